import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type ContractRow, ContractRows, type Schema } from "./contract-rows.ts";

/** What is read of a document here. */
interface ContractDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly webhooks: Readonly<Record<string, unknown>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** An operation of the contract. */
export interface ContractOperation {
  readonly operationId: string;
  readonly "x-ahead-of-upstream"?: { readonly sdk: string };
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Contents };
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

type Contents = Readonly<Record<string, { readonly schema?: Schema }>>;

/** The published document. */
export const document: ContractDocument = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("@telnyx-voice/types/openapi.json"), "utf8"),
);

const rows = new ContractRows(document);

/** All operations, by their lines: `POST /calls`. Parameters and bodies are resolved. */
export const operations: ReadonlyMap<string, ContractOperation> = new Map(
  Object.entries(document.paths).flatMap(([path, { parameters = [], ...methods }]) =>
    Object.entries(methods as Record<string, ContractOperation>).map(([method, operation]) => {
      const all = [...(parameters as Parameter[]), ...(operation.parameters ?? [])];
      const { requestBody } = operation;
      return [
        `${method.toUpperCase()} ${path}`,
        {
          ...operation,
          parameters: all.map((parameter) => rows.resolve(parameter)),
          ...(requestBody && { requestBody: rows.resolve(requestBody) }),
        },
      ] as const;
    }),
  ),
);

/** The schemas of whole deliveries, by the event's name on the wire. */
export const deliveries: ReadonlyMap<string, Schema> = new Map(
  Object.keys(document.webhooks).map((key) => {
    const schema = rows.resolve({ $ref: `#${webhookPointer(key)}` } as Schema);
    const name = property(schema, "data", "event_type");
    return [String(name.const ?? name.enum?.[0]), schema] as const;
  }),
);

/** What only the official SDK has so far: operations and events by their names, with the SDK. */
export const onlyInSdk: ReadonlyMap<string, string> = new Map(
  [
    ...[...operations].map(([line, operation]) => [line, operation] as const),
    ...Object.values(document.webhooks).map((item, index) => {
      return [[...deliveries.keys()][index] ?? "", (item as { readonly post: ContractOperation }).post] as const;
    }),
  ].flatMap(([name, { "x-ahead-of-upstream": ahead }]) => (ahead ? [[name, ahead.sdk] as const] : [])),
);

/** Where the schema of an event's delivery is. */
export function deliveryPointer(event: string): string {
  const index = [...deliveries.keys()].indexOf(event);
  return webhookPointer(Object.keys(document.webhooks)[index] ?? "");
}

function webhookPointer(key: string): string {
  return `/webhooks/${escaped(key)}/post/requestBody/content/application~1json/schema`;
}

/** The rows that tell an operation, by what a table is of: `path`, `query`, `body application/json`, `response 200`. */
export function operationTables(operation: ContractOperation): Map<string, readonly ContractRow[]> {
  const { parameters = [], requestBody, responses } = operation;
  const [status = "", answer = {}] = Object.entries(responses).find(([key]) => key.startsWith("2")) ?? [];
  const { schema } = rows.resolve(answer).content?.["application/json"] ?? {};
  const tables: [string, readonly ContractRow[]][] = [
    ...["path", "query", "header"].map((place): [string, ContractRow[]] => [place, parameterRows(parameters, place)]),
    ...Object.entries(requestBody?.content ?? {}).map(([type, content]): [string, ContractRow[]] => {
      return [`body ${type}`, rows.below(content.schema ?? {})];
    }),
    [`response ${status}`, schema === undefined ? [] : rows.below(schema)],
  ];
  return new Map(tables.filter(([, table]) => table.length > 0));
}

function parameterRows(parameters: readonly Parameter[], place: string): ContractRow[] {
  const own = parameters.filter((parameter) => parameter.in === place);
  return own.flatMap(({ name, schema, required = false }) => rows.row(name, schema, required));
}

/** Where the schema of an operation's body is, in the form that SDKs send; undefined where it takes none. */
export function bodyPointer(line: string): string | undefined {
  const [type] = Object.keys(operations.get(line)?.requestBody?.content ?? {});
  if (type === undefined) return undefined;
  const [method = "", path = ""] = line.split(" ");
  const steps = ["paths", path, method.toLowerCase(), "requestBody"];
  const body = steps.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], document);
  const { $ref } = body as { readonly $ref?: string };
  const own = steps.map((step) => `/${escaped(step)}`).join("");
  return `${$ref?.slice("#".length) ?? own}/content/${escaped(type)}/schema`;
}

function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The rows that tell a schema. */
export function schemaRows(schema: Schema): readonly ContractRow[] {
  return rows.below(schema);
}

/** A component of the contract by its name. */
export function schemaNamed(name: string): Schema | undefined {
  return document.components.schemas[name];
}

function property(schema: Schema, ...names: readonly string[]): Schema {
  return names.reduce((node, name) => rows.resolve(node.properties?.[name] ?? {}), schema);
}
