import { clientArguments } from "../../model/client-arguments.ts";
import type { Operation } from "../../model.ts";
import { valueText } from "../text/typescript.ts";

/** A call of the operation with its example arguments, in one statement that stands in a comment. */
export function exampleText(operation: Operation): string {
  const { accessor, success, pagination, types } = operation;
  const given = clientArguments(operation).map((value) => valueText(value));
  const call = inComment(`client.${accessor.join(".")}(${given.join(", ")})`);
  if (pagination !== undefined && types.response !== undefined) {
    return `for await (const item of ${call}) {\n  console.log(item);\n}`;
  }
  return success.kind === "none" ? `await ${call};` : `const answer = await ${call};`;
}

/**
 * Code as a comment takes it: what would end the comment or begin a tag in it stands inside of the code's strings alone,
 * where an escape says the same.
 */
function inComment(code: string): string {
  return code.replaceAll("*/", "*\\/").replace(/(?<!\w)@/g, "\\x40");
}
