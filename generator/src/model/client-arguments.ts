import { isObject } from "../document/openapi.ts";
import type { Operation, OperationExample } from "../model.ts";

/**
 * What the client's method is given for an example: the ids of the path, in its order, then the body or the query, then
 * options; what is empty and at the end is left out. A file, which the document knows as text, is the path of one.
 */
export function clientArguments(operation: Operation, example: OperationExample = operation.example): unknown[] {
  const { pathParameters, body, types } = operation;
  const ids = pathParameters.map(({ name }) => idText(example.path[name]));
  const input = body === undefined ? example.query : bodyValue(operation, example.body);
  const isNeeded = body?.argumentRequired === true || Object.keys(input ?? {}).length > 0;
  const isBeside = body !== undefined && types.query !== undefined && example.query !== undefined;
  if (!isNeeded && !isBeside) return ids;
  return [...ids, input ?? {}, ...(isBeside ? [{ query: example.query }] : [])];
}

/** An id is a text, whatever the document shows in its place. */
function idText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function bodyValue({ body }: Operation, value: unknown): unknown {
  const files = body?.contents[0]?.files ?? [];
  if (!isObject(value)) return value;
  const fields = Object.entries(value);
  return Object.fromEntries(fields.map(([name, field]) => [name, files.includes(name) ? { path: "file" } : field]));
}
