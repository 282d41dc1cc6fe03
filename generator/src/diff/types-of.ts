import type { Schema } from "../document/openapi.ts";

/** The JSON types of a schema, `null` among them; without `type` those that its other keywords speak of; none for any. */
export function typesOf({ type, properties, items, enum: values, const: value }: Schema): string[] {
  if (type !== undefined) return [type].flat();
  if (properties !== undefined) return ["object"];
  if (items !== undefined) return ["array"];
  const all = value === undefined ? (values ?? []) : [value];
  return [...new Set(all.map(typeOf))];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
