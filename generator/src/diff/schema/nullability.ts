import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Null is a value now, or no longer. Where any type is allowed, null is among them, which the types tell. */
export function* nullability(base: FlatSchema, head: FlatSchema): Generator<Finding> {
  if (isAnything(base) || isAnything(head) || base.isNullable === head.isNullable) return;
  yield { kind: head.isNullable ? "became-nullable" : "became-not-nullable" };
}

function isAnything({ types, alternatives }: FlatSchema): boolean {
  return types.length === 0 && alternatives.length === 0;
}
