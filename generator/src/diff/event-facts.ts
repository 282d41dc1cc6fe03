import type { Event } from "../model.ts";
import type { Finding } from "./change.ts";

/** What an event is called and what is said of it. Its two types are made of one name, hence one finding. */
export function* eventFacts(base: Event, head: Event): Generator<Finding> {
  const pairs = [
    ["event-key-changed", base.key, head.key],
    ["event-family-changed", base.family, head.family],
    ["type-renamed", base.types.event, head.types.event],
  ] as const;
  for (const [kind, before, after] of pairs) if (before !== after) yield { kind, before, after };
  if (JSON.stringify(base.text) !== JSON.stringify(head.text)) yield { kind: "event-text-changed" };
}
