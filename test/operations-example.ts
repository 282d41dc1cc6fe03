import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { exampleValue, type Filler, resolved, type Schema } from "./operations-example-value.ts";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: boolean;
  readonly example?: unknown;
  readonly schema?: Schema;
}

interface RequestBody {
  readonly required?: boolean;
  readonly content: Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;
}

interface Operation {
  readonly "x-ahead-of-upstream"?: object;
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: RequestBody;
}

interface PathItem {
  readonly parameters?: readonly Parameter[];
  readonly [method: string]: Operation | readonly Parameter[] | undefined;
}

/** An operation of the published document, with arguments for it. */
export interface OperationExample {
  readonly operationId: string;
  /** The method of our client, from the client down: `calls.actions.answer`. */
  readonly accessor: string;
  readonly method: string;
  readonly path: string;
  /** By parameter, in the order of the path. */
  readonly ids: Readonly<Record<string, string>>;
  /** Absent where the operation takes none; else at least an empty object. The same holds for the body. */
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Whether a correction brings the operation, which upstream's document does not have yet. */
  readonly isAhead: boolean;
}

/** Where the published document lies. */
export const documentFile = createRequire(import.meta.url).resolve("@telnyx-voice/types/openapi.json");

const document: { readonly paths: Readonly<Record<string, PathItem>> } = JSON.parse(readFileSync(documentFile, "utf8"));
const names: { readonly operations: Readonly<Record<string, { readonly method: string }>> } = JSON.parse(
  readFileSync(new URL("../specs/names.json", import.meta.url), "utf8"),
);

/**
 * All operations of the document, either with the arguments that they need, as the document's examples have them, or with
 * every argument that they take.
 */
export function operationExamples(fields: Filler["fields"]): OperationExample[] {
  return Object.entries(document.paths).flatMap(([path, { parameters = [], ...methods }]) =>
    Object.entries(methods as Record<string, Operation>)
      .filter(([, { operationId }]) => operationId !== undefined)
      .map(([method, operation]) => {
        const all = [...parameters, ...(operation.parameters ?? [])].map((one) => resolved(document, one));
        return exampleOf({ document, fields }, { ...operation, parameters: all }, method.toUpperCase(), path);
      }),
  );
}

function exampleOf(
  filler: Filler,
  { operationId = "", parameters = [], requestBody, ...marks }: Operation,
  method: string,
  path: string,
): OperationExample {
  const query = parameters.filter((parameter) => parameter.in === "query");
  const other = parameters.find((parameter) => !["path", "query"].includes(parameter.in));
  if (other !== undefined) throw new Error(`${operationId}: no example is made of a parameter in the ${other.in}`);
  const ids = [...path.matchAll(/\{(.+?)\}/g)].map(([, name = ""]) => [name, idOf(parameters, name)]);
  return {
    ...{ operationId, accessor: names.operations[operationId]?.method ?? "", method, path },
    ids: Object.fromEntries(ids),
    isAhead: marks["x-ahead-of-upstream"] !== undefined,
    ...(query.length > 0 && { query: queryOf(filler, query) }),
    ...(requestBody && { body: bodyOf(filler, resolved(document, requestBody)) }),
  };
}

function idOf(parameters: readonly Parameter[], name: string): string {
  const parameter = parameters.find((one) => one.in === "path" && one.name === name);
  return String(parameter?.example ?? exampleValue({ document, fields: "required" }, parameter?.schema ?? {}));
}

function queryOf(filler: Filler, parameters: readonly Parameter[]): Record<string, unknown> {
  const wanted = parameters.filter(({ required, example }) => filler.fields === "all" || required || example != null);
  return Object.fromEntries(
    wanted.map(({ name, example, schema = {} }) => [name, example ?? exampleValue(filler, schema)]),
  );
}

function bodyOf(filler: Filler, { required = false, content }: RequestBody): Record<string, unknown> {
  const [[type, { schema = {}, example }] = ["", {}]] = Object.entries(content);
  const made = filler.fields === "all" || example === undefined ? exampleValue(filler, schema) : {};
  const body: Record<string, unknown> = { ...(made as object), ...(example as object | undefined) };
  // A form without fields is no body at all: where one is required, it has the first field that it may have.
  const isNone = required && type === "application/x-www-form-urlencoded" && Object.keys(body).length === 0;
  if (!isNone) return body;
  return Object.fromEntries(Object.entries(bodyOf({ document, fields: "all" }, { content })).slice(0, 1));
}
