import { isObject, type Schema } from "../document/openapi.ts";
import { resolve } from "../document/resolve.ts";
import { violation } from "../document/violation.ts";
import { withParts } from "../document/with-parts.ts";
import { scalarExample } from "./scalar-example.ts";

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

/** How many values an example has at most: a schema may contain itself in many places, or ask for a great many items. */
const mostValues = 2_000;

/** What an example is made from, with a count of the values that it may still have. */
interface Making extends ExampleSource {
  readonly left: { values: number };
}

/**
 * A value that a schema allows: its own example, else the one that `specs/examples.yaml` has for the name, else one made
 * of its type, format and limits. The same schema always gives the same value.
 */
export function exampleOf(source: ExampleSource, given: Schema | boolean | undefined, name = ""): unknown {
  return madeValue({ ...source, left: { values: mostValues } }, given, name, 0);
}

function madeValue(source: Making, given: Schema | boolean | undefined, name: string, depth: number): unknown {
  const schema = isObject(given) ? withParts(source.document, given as Schema) : undefined;
  if (schema === undefined || depth > bottom || source.left.values-- <= 0) return null;
  const known = knownValue(source, schema, name);
  if (known !== undefined) return known;
  const [member] = schema.oneOf ?? schema.anyOf ?? [];
  if (member === undefined) return typedValue(source, schema, name, depth);
  const chosen = madeValue(source, withTag(source, schema, member), name, depth + 1);
  return isObject(chosen) ? { ...objectValue(source, schema, depth, forbiddenBy(source, member)), ...chosen } : chosen;
}

/** The fields that a member of a union does not have, though others of the union do. */
function forbiddenBy({ document }: Making, member: Schema): ReadonlySet<string> {
  const fields = Object.entries<unknown>(withParts(document, member)?.properties ?? {});
  return new Set(fields.flatMap(([name, field]) => (field === false ? [name] : [])));
}

/** A member of a union, with the field required that tells it from the others. */
function withTag({ document }: Making, { discriminator }: Schema, member: Schema): Schema {
  const open = discriminator === undefined ? undefined : withParts(document, member);
  const tag = discriminator?.propertyName;
  if (open === undefined || tag === undefined || open.properties?.[tag] === undefined) return member;
  return { ...open, required: [...(open.required ?? []), tag] };
}

/**
 * The value that somebody has written down for a schema or for a field of this name. A pattern is not run, since one of a
 * few characters may take years; what the schema itself gives is trusted with it before what has the right name.
 */
function knownValue({ document, values }: ExampleSource, schema: Schema, name: string): unknown {
  // Null is a value that many schemas allow and few should show: it has to be the example.
  if (schema.examples?.includes(null) && isAllowed(document, schema, null)) return null;
  const named = Object.hasOwn(values, name) ? [values[name]] : [];
  const own = [...(schema.enum ?? []), schema.default];
  const rest = schema.pattern === undefined ? [...named, ...own] : [...own, ...named];
  const candidates = [schema.example, ...(schema.examples ?? []), schema.const, ...rest];
  return candidates.find((value) => value !== undefined && value !== null && isAllowed(document, schema, value));
}

function isAllowed(document: object, schema: Schema, value: unknown): boolean {
  return violation(document, schema, value) === undefined;
}

function typedValue(source: Making, schema: Schema, name: string, depth: number): unknown {
  const type = [schema.type].flat().find((one) => one !== "null") ?? impliedType(schema);
  switch (type) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return scalarExample(schema, type);
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

/** One item, or as many as there must be. */
function listValue(source: Making, schema: Schema, name: string, depth: number): unknown[] {
  if (depth > deepest && (schema.minItems ?? 0) === 0) return [];
  const length = Math.min(Math.max(1, schema.minItems ?? 1), Math.max(1, source.left.values));
  return Array.from({ length }, () => madeValue(source, schema.items, singular(name), depth + 1));
}

/** What an item of a list is called: `call_control_ids` holds what a `call_control_id` is. */
function singular(name: string): string {
  return name.endsWith("s") ? name.slice(0, -1) : name;
}

function objectValue(
  source: Making,
  schema: Schema,
  depth: number,
  forbidden: ReadonlySet<string> = forbiddenBy(source, schema),
): Record<string, unknown> {
  const required = new Set(schema.required);
  const isWhole = source.fields === "all" && depth <= deepest && source.left.values > 0;
  const fields = Object.entries(schema.properties ?? {}).filter(([name, field]) => {
    return ((isWhole && field["x-unseen"] !== true) || required.has(name)) && !forbidden.has(name);
  });
  return Object.fromEntries(
    fields
      .filter(([, field]) => source.fields === "all" || resolve<Schema>(source.document, field)?.readOnly !== true)
      .map(([name, field]) => [name, madeValue(source, field, name, depth + 1)]),
  );
}
