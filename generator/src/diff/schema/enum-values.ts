import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Values that an enum gained or lost, and enums that came, went, opened or closed. */
export function* enumValues(base: FlatSchema, head: FlatSchema): Generator<Finding> {
  const [before, after] = [base.values, head.values];
  if (before === undefined && after === undefined) return;
  if (before === undefined) yield { kind: "enum-added", after: textOf(after ?? []) };
  else if (after === undefined) yield { kind: "enum-removed", before: textOf(before) };
  else yield* compared(base, head, before, after);
}

function* compared(
  base: FlatSchema,
  head: FlatSchema,
  before: readonly unknown[],
  after: readonly unknown[],
): Generator<Finding> {
  const added = missing(after, before);
  const removed = missing(before, after);
  const [wasOpen, isOpen] = [base.schema["x-open-enum"] === true, head.schema["x-open-enum"] === true];
  if (wasOpen !== isOpen) yield { kind: isOpen ? "enum-opened" : "enum-closed" };
  if (removed.length > 0) yield { kind: "enum-value-removed", before: textOf(removed) };
  if (added.length > 0) yield { kind: "enum-value-added", after: textOf(added) };
}

function missing(values: readonly unknown[], among: readonly unknown[]): unknown[] {
  const known = new Set(among.map((value) => JSON.stringify(value)));
  return values.filter((value) => !known.has(JSON.stringify(value)));
}

function textOf(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(", ");
}
