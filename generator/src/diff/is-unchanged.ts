import type { Schema } from "../document/openapi.ts";
import type { FlatSchema } from "./flat-schema.ts";

/** What is gone through by itself. */
const inner: ReadonlySet<string> = new Set(["items", "additionalProperties"]);

/**
 * True where no rule can find anything, since both sides say the same in the same words: most schemas of most comparisons,
 * which are passed over at once. What lies below is not looked at.
 */
export function isUnchanged(base: FlatSchema, head: FlatSchema): boolean {
  if (base.isNullable !== head.isNullable || base.alternatives.length !== head.alternatives.length) return false;
  const keys = Object.keys(base.schema);
  if (keys.length !== Object.keys(head.schema).length) return false;
  return keys.every((key) => isAlike(key, base.schema[key as keyof Schema], head.schema[key as keyof Schema]));
}

function isAlike(key: string, before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) return false;
  if (inner.has(key)) return Object.keys(before).length > 0 === Object.keys(after).length > 0;
  if (key === "properties") return Object.keys(before).join("\n") === Object.keys(after).join("\n");
  return JSON.stringify(before) === JSON.stringify(after);
}
