import type { OperationObject, Schema } from "../../src/document/openapi.ts";

/** A reference to a schema of any name. */
export function to(name: string, ...more: readonly string[]): Schema {
  const escaped = [name, ...more].map((key) => key.replace(/~/g, "~0").replaceAll("/", "~1").replaceAll("%", "%25"));
  return { $ref: `#/components/schemas/${escaped.join("/")}` };
}

/** A text with limits, values and prose that are the payload. */
export function leaf(text: string): Schema {
  const values = { enum: [text, `${text} 2`], default: text, example: text, examples: [text, { [text]: text }] };
  return { type: "string", title: text, description: text, format: text, pattern: text, ...values };
}

/** What is said of an operation. */
export function prose(text: string): Pick<OperationObject, "summary" | "description" | "tags"> {
  return { summary: text, description: text, tags: [text] };
}
