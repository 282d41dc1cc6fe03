import type { Schema } from "../document/openapi.ts";

/** How many letters an example has at most: the least length may be a great one. */
const mostLetters = 2_000;

/** A text, a number or a boolean that a schema allows, patterns aside. */
export function scalarExample(schema: Schema, type: "string" | "integer" | "number" | "boolean"): unknown {
  if (type === "boolean") return true;
  return type === "string" ? textValue(schema) : numberValue(schema);
}

const formats: Readonly<Record<string, string>> = {
  "date-time": "2026-01-30T09:15:00.000Z",
  date: "2026-01-30",
  email: "voice@example.com",
  "iso-8601": "2026-01-30T09:15:00.000Z",
  uri: "https://example.com",
  url: "https://example.com",
  uuid: "5a1d6f0e-3c2b-4e8f-9a47-b0c1d2e3f405",
};

function textValue({ format, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema): string {
  const text = format !== undefined && Object.hasOwn(formats, format) ? (formats[format] as string) : "text";
  return text.padEnd(Math.min(minLength, mostLetters), "x").slice(0, maxLength);
}

function numberValue({ minimum, maximum, exclusiveMinimum, multipleOf = 1 }: Schema): number {
  const least = exclusiveMinimum === undefined ? (minimum ?? 1) : exclusiveMinimum + multipleOf;
  return Math.ceil(Math.min(least, maximum ?? least) / multipleOf) * multipleOf;
}
