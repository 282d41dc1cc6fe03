import { isObject, type Schema } from "../document/openapi.ts";
import { resolve } from "../document/resolve.ts";
import { violation } from "../document/violation.ts";
import { withParts } from "../document/with-parts.ts";

/** What example values are made from. */
export interface ExampleSource {
  /** The document that references are looked up in. */
  readonly document: object;
  /** `specs/examples.yaml`: a value by field name, taken wherever the field's schema allows it. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether objects get all their fields, as what is received has, or only those that must be sent. */
  readonly fields: "all" | "required";
}

/** How deep an example goes before optional fields are left out, so that recursive schemas end. */
const deepest = 8;
const bottom = 24;

/**
 * A value that a schema allows: its own example, else the one that `specs/examples.yaml` has for the name, else one made
 * of its type, format and limits. The same schema always gives the same value.
 */
export function exampleOf(source: ExampleSource, given: Schema | boolean | undefined, name = "", depth = 0): unknown {
  const schema = isObject(given) ? withParts(source.document, given as Schema) : undefined;
  if (schema === undefined || depth > bottom) return null;
  const known = knownValue(source, schema, name);
  if (known !== undefined) return known;
  const [member] = schema.oneOf ?? schema.anyOf ?? [];
  if (member === undefined) return typedValue(source, schema, name, depth);
  const chosen = exampleOf(source, member, name, depth + 1);
  return isObject(chosen) ? { ...objectValue(source, schema, depth), ...chosen } : chosen;
}

/** The value that somebody has written down for a schema or for a field of this name. */
function knownValue({ document, values }: ExampleSource, schema: Schema, name: string): unknown {
  const named = Object.hasOwn(values, name) ? [values[name]] : [];
  const candidates = [schema.example, schema.const, ...named, ...(schema.enum ?? []), schema.default];
  return candidates.find((value) => value !== undefined && value !== null && isAllowed(document, schema, value));
}

function isAllowed(document: object, schema: Schema, value: unknown): boolean {
  const fits = typeof value !== "string" || schema.pattern === undefined || matches(schema.pattern, value);
  return fits && violation(document, schema, value) === undefined;
}

function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern, "u").test(value);
  } catch {
    return false;
  }
}

function typedValue(source: ExampleSource, schema: Schema, name: string, depth: number): unknown {
  const type = [schema.type].flat().find((one) => one !== "null") ?? impliedType(schema);
  switch (type) {
    case "string":
      return textValue(schema);
    case "integer":
    case "number":
      return numberValue(schema);
    case "boolean":
      return true;
    case "array":
      return listValue(source, schema, name, depth);
    case "object":
      return objectValue(source, schema, depth);
    default:
      return schema.type === "null" ? null : {};
  }
}

function impliedType(schema: Schema): string | undefined {
  if (schema.properties !== undefined) return "object";
  return schema.items === undefined ? undefined : "array";
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
  return text.padEnd(minLength, "x").slice(0, maxLength);
}

function numberValue({ minimum, maximum, exclusiveMinimum, multipleOf = 1 }: Schema): number {
  const least = exclusiveMinimum === undefined ? (minimum ?? 1) : exclusiveMinimum + multipleOf;
  return Math.ceil(Math.min(least, maximum ?? least) / multipleOf) * multipleOf;
}

/** One item, or as many as there must be. */
function listValue(source: ExampleSource, schema: Schema, name: string, depth: number): unknown[] {
  if (depth > deepest && (schema.minItems ?? 0) === 0) return [];
  const item = exampleOf(source, schema.items, singular(name), depth + 1);
  return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => item);
}

/** What an item of a list is called: `call_control_ids` holds what a `call_control_id` is. */
function singular(name: string): string {
  return name.endsWith("s") ? name.slice(0, -1) : name;
}

function objectValue(source: ExampleSource, schema: Schema, depth: number): Record<string, unknown> {
  const required = new Set(schema.required);
  const isWhole = source.fields === "all" && depth <= deepest;
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => isWhole || required.has(name));
  return Object.fromEntries(
    fields
      .filter(([, field]) => source.fields === "all" || resolve<Schema>(source.document, field)?.readOnly !== true)
      .map(([name, field]) => [name, exampleOf(source, field, name, depth + 1)]),
  );
}
