import type { Event } from "../model.ts";
import type { Finding, Place } from "./change.ts";
import { compareSchemas, type SchemaComparison } from "./compare-schemas.ts";

/** A rule on an event as the model has it. */
export type EventRule = (base: Event, head: Event) => Iterable<Finding>;

/** The rules on events, in the order in which their findings are told. */
export const eventRules: readonly EventRule[] = [facts];

/** Compares an event with what it has become; its delivery is received, hence judged as what is received. */
export function compareEvents(comparison: SchemaComparison, base: Event, head: Event): void {
  const place: Place = { owner: `event ${head.name}`, path: "", base: base.pointer, head: head.pointer };
  for (const rule of eventRules) {
    for (const finding of rule(base, head)) comparison.report(place, undefined, finding);
  }
  const reference = ({ schema }: Event) => ({ $ref: `#/components/schemas/${schema}` });
  compareSchemas(comparison, place, "webhook", reference(base), reference(head));
}

/** Key, family, type names and text. */
function* facts(base: Event, head: Event): Generator<Finding> {
  const pairs = [
    ["event-key-changed", base.key, head.key],
    ["event-family-changed", base.family, head.family],
    ["type-renamed", base.types.event, head.types.event],
    ["type-renamed", base.types.payload, head.types.payload],
  ] as const;
  for (const [kind, before, after] of pairs) if (before !== after) yield { kind, before, after };
  if (JSON.stringify(base.text) !== JSON.stringify(head.text)) yield { kind: "event-text-changed" };
}
