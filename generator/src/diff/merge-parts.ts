import type { Schema } from "../document/openapi.ts";
import { resolve } from "../document/resolve.ts";

/** Limits of which the greatest counts, and those of which the least does. */
const greatest = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"] as const;
const least = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"] as const;

/**
 * A schema with its references followed and its `allOf` parts in one, all of which hold: what several say of a field, of
 * the values or of a limit is taken together. Parts that contain one another are merged once.
 */
export function mergeParts(root: object, given: Schema, trail: readonly Schema[] = []): Schema | undefined {
  const schema = resolve<Schema>(root, given);
  if (!Array.isArray(schema?.allOf)) return schema;
  if (trail.includes(schema)) return {};
  const { allOf, ...own } = schema;
  const parts = allOf.flatMap((part) => mergeParts(root, part, [...trail, schema]) ?? []);
  return parts.concat(own).reduce(merged);
}

function merged(one: Schema, other: Schema): Schema {
  const tightest = [
    ...greatest.map((keyword) => [keyword, tighter(one[keyword], other[keyword], Math.max)] as const),
    ...least.map((keyword) => [keyword, tighter(one[keyword], other[keyword], Math.min)] as const),
  ];
  const values = one.enum && other.enum ? shared(one.enum, other.enum) : (other.enum ?? one.enum);
  return {
    ...one,
    ...other,
    ...Object.fromEntries(tightest.filter(([, value]) => value !== undefined)),
    ...(values && { enum: values }),
    ...((one.properties ?? other.properties) && { properties: fieldsOf(one, other) }),
    ...((one.required ?? other.required) && { required: [one.required, other.required].flatMap((list) => list ?? []) }),
  };
}

function tighter(one: unknown, other: unknown, choose: (...values: number[]) => number): number | undefined {
  const given = [one, other].filter((value) => typeof value === "number");
  return given.length === 0 ? undefined : choose(...given);
}

function shared(values: readonly unknown[], others: readonly unknown[]): unknown[] {
  const known = new Set(others.map((value) => JSON.stringify(value)));
  return values.filter((value) => known.has(JSON.stringify(value)));
}

/** Not assigned: a field may be called `__proto__`. */
function fieldsOf({ properties: fields = {} }: Schema, { properties: others = {} }: Schema): Record<string, Schema> {
  const both = Object.entries(others).map(([name, field]): [string, Schema] => {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [name, known === undefined || known === field ? field : { allOf: [known, field] }];
  });
  return Object.fromEntries([...Object.entries(fields), ...both]);
}
