import { isObject } from "../../document/openapi.ts";
import { literal, propertyName } from "../text/typescript.ts";

/** A JSON value as a TypeScript expression, a field or an item a line. */
export function valueText(value: unknown): string {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value))
    return value.length === 0 ? "[]" : `[\n${value.map((item) => `${valueText(item)},\n`).join("")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${propertyName(name)}: ${valueText(field)},\n`);
  return fields.length === 0 ? "{}" : `{\n${fields.join("")}}`;
}
