import { isObject } from "../document/openapi.ts";
import type { Text } from "../specs.ts";

/** The texts of an operation or event. What a document has in place of a text, such as a number or a list, is none. */
export function textOf(object: unknown): Text {
  const { summary, description } = isObject(object) ? object : {};
  return {
    summary: typeof summary === "string" ? summary : "",
    ...(typeof description === "string" ? { description } : {}),
  };
}
