import type { Event } from "../model.ts";
import type { Finding } from "./change.ts";

/** What an event is called and what is said of it. Each of its types can have an alias of its own. */
export function* eventFacts(base: Event, head: Event): Generator<Finding> {
  const pairs = [
    ["event-key-changed", base.key, head.key],
    ["event-family-changed", base.family, head.family],
    ["type-renamed", base.types.event, head.types.event],
    ["type-renamed", base.types.payload, head.types.payload],
  ] as const;
  for (const [kind, before, after] of pairs) if (before !== after) yield { kind, before, after };
  if (JSON.stringify(base.text) !== JSON.stringify(head.text)) yield { kind: "event-text-changed" };
}
