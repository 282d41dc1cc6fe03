import { readFileSync } from "node:fs";

/** As much of a JSON Schema as tells the names of fields. */
export interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}

interface Message {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Message;
}

interface PathItem {
  readonly [verb: string]: unknown;
  readonly parameters?: readonly Parameter[];
}

/** An operation of the contract, with what it takes. */
export interface ContractOperation {
  /** `POST /calls`. */
  readonly key: string;
  readonly path: readonly string[];
  readonly query: readonly string[];
  readonly body?: Schema;
}

// biome-ignore lint/suspicious/noExplicitAny: a document, walked by what the specification says of it
const document: any = JSON.parse(
  readFileSync(new URL("../../packages/types/src/generated/openapi.json", import.meta.url), "utf8"),
);

const verbs = ["get", "post", "put", "patch", "delete"];

/** The operations of the contract, read from the document itself. */
export function contractOperations(): ContractOperation[] {
  return Object.entries<PathItem>(document.paths).flatMap(([path, item]) =>
    verbs.flatMap((verb) => {
      const operation = item[verb] as Operation | undefined;
      if (operation === undefined) return [];
      const own = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const parameters = own.map((parameter) => resolved(parameter));
      const body = first(operation.requestBody)?.schema;
      const query = parameters.filter((parameter) => parameter.in === "query");
      return [
        {
          key: `${verb.toUpperCase()} ${path}`,
          path: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name),
          query: query.flatMap(({ name, schema }) => leaves(name, schema ?? {})),
          ...(body && { body }),
        },
      ];
    }),
  );
}

/** The payloads of the contract's events, by the event's name on the wire. */
export function contractPayloads(): Map<string, Schema> {
  const webhooks = Object.values<{ post: { requestBody: Message } }>(document.webhooks);
  return new Map(
    webhooks.map(({ post }) => {
      const data = fieldsOf(first(post.requestBody)?.schema ?? {}).get("data") ?? {};
      const fields = fieldsOf(data);
      const { enum: [name] = [""] } = resolved(fields.get("event_type") ?? {}) as { enum?: string[] };
      return [name ?? "", fields.get("payload") ?? {}];
    }),
  );
}

/** The component schemas of the contract, by the name of their exported type in lower case. */
export function contractSchemas(): Map<string, Schema> {
  const { schemas: renamed = {} } = JSON.parse(
    readFileSync(new URL("../../specs/names.json", import.meta.url), "utf8"),
  );
  const schemas = Object.entries<Schema>(document.components.schemas);
  return new Map(
    schemas.map(([name, schema]) => [
      String(renamed[name] ?? name)
        .replace(/\W|_/g, "")
        .toLowerCase(),
      schema,
    ]),
  );
}

/** The fields of a value with their schemas, those of all alternatives. */
export function fieldsOf(given: Schema): Map<string, Schema> {
  const { properties = {}, allOf = [], oneOf = [], anyOf = [] } = resolved(given);
  const others = [...allOf, ...oneOf, ...anyOf].flatMap((part) => [...fieldsOf(part)]);
  return new Map([...others, ...Object.entries(properties)]);
}

/** The fields that a value must have, whichever alternative it is. */
export function requiredOf(given: Schema): string[] {
  const { required = [], allOf = [], oneOf = [], anyOf = [] } = resolved(given);
  const alternatives = [oneOf, anyOf]
    .filter(({ length }) => length > 0)
    .map((parts) => {
      const [first = [], ...rest] = parts.map(requiredOf);
      return first.filter((name) => rest.every((names) => names.includes(name)));
    });
  return [...new Set([...required, ...allOf.flatMap(requiredOf), ...alternatives.flat()])];
}

function leaves(name: string, schema: Schema): string[] {
  const fields = [...fieldsOf(schema)];
  return fields.length === 0 ? [name] : fields.flatMap(([field, below]) => leaves(`${name}.${field}`, below));
}

function first(message: Message | undefined): { readonly schema?: Schema } | undefined {
  return Object.values(resolved(message ?? {}).content ?? {})[0];
}

function resolved<Node extends object>(node: Node): Node {
  const { $ref } = node as { $ref?: string };
  if ($ref === undefined) return node;
  const parts = $ref
    .slice(2)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return resolved(parts.reduce((value, part) => value[part], document));
}
