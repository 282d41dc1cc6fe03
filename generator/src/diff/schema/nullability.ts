import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Null is a value now, or no longer. */
export function* nullability(base: FlatSchema, head: FlatSchema): Generator<Finding> {
  if (base.types.length === 0 && base.alternatives.length === 0) return;
  if (base.isNullable === head.isNullable) return;
  yield { kind: head.isNullable ? "became-nullable" : "became-not-nullable" };
}
