import type { Operation } from "../../model.ts";
import type { Finding } from "../change.ts";

/** Names, family, texts, deprecation: what an operation is called and what is said of it. */
export function* facts(base: Operation, head: Operation): Generator<Finding> {
  const pairs = [
    ["operation-id-changed", base.id, head.id],
    ["method-renamed", base.accessor.join("."), head.accessor.join(".")],
    ["operation-family-changed", base.family, head.family],
  ] as const;
  for (const [kind, before, after] of pairs) if (before !== after) yield { kind, before, after };
  if (base.deprecated !== head.deprecated) {
    yield { kind: head.deprecated ? "operation-deprecated" : "operation-reinstated" };
  }
  if (JSON.stringify(base.text) !== JSON.stringify(head.text)) yield { kind: "operation-text-changed" };
}
