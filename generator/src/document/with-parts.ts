import type { Schema } from "./openapi.ts";
import { resolve } from "./resolve.ts";

/**
 * A schema with its references followed and its `allOf` parts merged into it: what a value must look like, in one object.
 * Parts that contain one another are merged once.
 */
export function withParts(root: object, given: Schema, trail: readonly Schema[] = []): Schema | undefined {
  const schema = resolve<Schema>(root, given);
  if (schema?.allOf === undefined) return schema;
  if (trail.includes(schema)) return {};
  const { allOf, ...own } = schema;
  const parts = allOf.flatMap((part) => withParts(root, part, [...trail, schema]) ?? []);
  const all = [...parts, own];
  return Object.assign({}, ...all, {
    // Not assigned: a property may be called `__proto__`.
    properties: Object.fromEntries(all.flatMap((part) => Object.entries(part.properties ?? {}))),
    required: all.flatMap((part) => part.required ?? []),
  });
}
