import type { Operation } from "../../model.ts";
import { valueText } from "../text/typescript.ts";

/** A call of the operation with its example arguments, in one statement that stands in a comment. */
export function exampleText(operation: Operation): string {
  const { accessor, success, pagination, types } = operation;
  const call = `client.${accessor.join(".")}(${callArguments(operation).join(", ")})`;
  // Inside the strings of the call, the escape changes nothing.
  const safe = call.replaceAll("*/", "*\\/");
  if (pagination !== undefined && types.response !== undefined) {
    return `for await (const item of ${safe}) {\n  console.log(item);\n}`;
  }
  return success.kind === "none" ? `await ${safe};` : `const answer = await ${safe};`;
}

/** The values of the path, in its order, then the body or the query; what is empty and at the end is left out. */
function callArguments({ pathParameters, example, body, types }: Operation): string[] {
  const ids = pathParameters.map(({ name }) => valueText(String(example.path[name])));
  const input = body === undefined ? example.query : example.body;
  const isNeeded = body?.argumentRequired === true || Object.keys(input ?? {}).length > 0;
  const isBeside = body !== undefined && types.query !== undefined && example.query !== undefined;
  if (!isNeeded && !isBeside) return ids;
  return [...ids, valueText(input ?? {}), ...(isBeside ? [valueText({ query: example.query })] : [])];
}
