import { isObject } from "../../document/openapi.ts";
import type { Operation } from "../../model.ts";
import { valueText } from "../text/typescript.ts";

/** A call of the operation with its example arguments, in one statement that stands in a comment. */
export function exampleText(operation: Operation): string {
  const { accessor, success, pagination, types } = operation;
  const call = inComment(`client.${accessor.join(".")}(${callArguments(operation).join(", ")})`);
  if (pagination !== undefined && types.response !== undefined) {
    return `for await (const item of ${call}) {\n  console.log(item);\n}`;
  }
  return success.kind === "none" ? `await ${call};` : `const answer = await ${call};`;
}

/** The values of the path, in its order, then the body or the query; what is empty and at the end is left out. */
function callArguments(operation: Operation): string[] {
  const { pathParameters, example, body, types } = operation;
  const ids = pathParameters.map(({ name }) => valueText(idText(example.path[name])));
  const input = body === undefined ? example.query : bodyExample(operation);
  const isNeeded = body?.argumentRequired === true || Object.keys(input ?? {}).length > 0;
  const isBeside = body !== undefined && types.query !== undefined && example.query !== undefined;
  if (!isNeeded && !isBeside) return ids;
  return [...ids, valueText(input ?? {}), ...(isBeside ? [valueText({ query: example.query })] : [])];
}

/** An id is a text, whatever the document shows in its place. */
function idText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The body with files where the document, which knows text only, has one. */
function bodyExample({ example, body }: Operation): unknown {
  const files = body?.contents[0]?.files ?? [];
  if (!isObject(example.body)) return example.body;
  const fields = Object.entries(example.body);
  return Object.fromEntries(fields.map(([name, value]) => [name, files.includes(name) ? { path: "file" } : value]));
}

/**
 * Code as a comment takes it: what would end the comment or begin a tag in it stands inside of the code's strings alone,
 * where an escape says the same.
 */
function inComment(code: string): string {
  return code.replaceAll("*/", "*\\/").replace(/(?<!\w)@/g, "\\x40");
}
