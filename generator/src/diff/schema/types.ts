import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Other types than before: more of them, fewer, or others. `integer` is within `number`. */
export function* types(base: FlatSchema, head: FlatSchema): Generator<Finding> {
  if (base.alternatives.length > 0 || head.alternatives.length > 0) return;
  const text = { before: textOf(base), after: textOf(head) };
  if (base.types.length === 0 && head.types.length > 0) return yield { kind: "type-added", after: text.after };
  if (head.types.length === 0 && base.types.length > 0) return yield { kind: "type-removed", before: text.before };
  const [wider, narrower] = [isWithin(base.types, head.types), isWithin(head.types, base.types)];
  if (wider && narrower) return;
  const isNumber = isNumeric(base.types) && isNumeric(head.types);
  if (wider) yield { kind: isNumber ? "number-widened" : "type-widened", ...text };
  else if (narrower) yield { kind: isNumber ? "number-narrowed" : "type-narrowed", ...text };
  else yield { kind: "type-changed", ...text };
}

/** True where every value of the one is a value of the other; no types are all types. */
function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
  if (outer.length === 0) return true;
  const allows = (type: string) => outer.includes(type) || (type === "integer" && outer.includes("number"));
  return inner.length > 0 && inner.every(allows);
}

function isNumeric(all: readonly string[]): boolean {
  return all.length === 1 && (all[0] === "integer" || all[0] === "number");
}

function textOf({ types }: FlatSchema): string {
  return types.join(" or ") || "anything";
}
