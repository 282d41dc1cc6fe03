import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type ContractRow, ContractRows, type Schema } from "./contract-rows.ts";

/** What is read of a document here. */
interface ContractDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly webhooks: Readonly<Record<string, { readonly post: ContractOperation }>>;
}

/** An operation of the contract, or the delivery of an event. */
export interface ContractOperation {
  readonly operationId: string;
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
  Object.values(document.webhooks).map(({ post }) => {
    const content = rows.resolve(post.requestBody ?? { content: {} }).content;
    const schema = rows.resolve(Object.values(content)[0]?.schema ?? {});
    const name = property(schema, "data", "event_type");
    return [String(name.const ?? name.enum?.[0]), schema] as const;
  }),
);

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

/** The rows that tell an event's payload. */
export function payloadRows(delivery: Schema): readonly ContractRow[] {
  return rows.below(property(delivery, "data", "payload"));
}

function property(schema: Schema, ...names: readonly string[]): Schema {
  return names.reduce((node, name) => rows.resolve(node.properties?.[name] ?? {}), schema);
}
