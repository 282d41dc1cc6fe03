import { isObject, isReference, type Schema } from "../document/openapi.ts";
import { componentName } from "../document/resolve.ts";
import { flatSchema } from "./flat-schema.ts";
import { sorted } from "./sorted.ts";

/** How a component is called in the text, so that those renamed are called alike on both sides. */
export type Called = (name: string) => string;

/** What the flat form has in its own words, and what is gone through by itself. */
const known: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "oneOf", "anyOf", "nullable", "required", "properties", "items"],
  ...["additionalProperties", "description", "title", "example", "examples"],
]);

/**
 * A schema as a text that is the same for schemas alike on the wire: keys sorted, words left out, all ways to write it
 * brought into one. References to components are taken by their names, so that the text is finite.
 */
export function canonical(root: object, schema: Schema, called: Called = (name) => name): string {
  return JSON.stringify(sorted(formOf(root, schema, called, 0)));
}

/** How deep schemas without a name may lie in one another. */
const deepest = 64;

function formOf(root: object, given: Schema | boolean | undefined, called: Called, depth: number): unknown {
  if (!isObject(given) || depth > deepest) return given;
  const name = depth > 0 && isReference(given) ? componentName(given.$ref) : undefined;
  if (name !== undefined) return called(name);
  const { schema, types, isNullable, values, alternatives } = flatSchema(root, given as Schema);
  const inner = (value: Schema | boolean | undefined) => formOf(root, value, called, depth + 1);
  const fields = Object.entries(schema.properties ?? {}).map(([key, value]) => [key, inner(value)]);
  return {
    ...Object.fromEntries(Object.entries(schema).filter(([key]) => !known.has(key))),
    ...{ types, isNullable, values: values?.map((value) => JSON.stringify(value)).sort() },
    ...{ properties: Object.fromEntries(fields), required: [...new Set(schema.required)].sort() },
    ...{ items: inner(schema.items), additionalProperties: inner(schema.additionalProperties) },
    alternatives: alternatives.map((member) => JSON.stringify(sorted(inner(member)))).sort(),
  };
}
