import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { property } from "../document/event-name.ts";
import type { Model } from "../model.ts";

const always = ["event_type", "id", "record_type"];

/** Every event declares the envelope that the wire has: its fields required, and `meta` declared. */
export function* eventEnvelopes({ events, document }: Model): Generator<Diagnostic> {
  for (const { name, schema, envelope, pointer } of events) {
    const delivery = document.components?.schemas?.[schema];
    const missing = [
      ...always.filter((field) => !envelope.some((candidate) => candidate.name === field && candidate.required)),
      ...(delivery?.required?.includes("data") ? [] : ["data"]),
      ...(property(document, delivery, "meta") === undefined ? ["meta"] : []),
    ];
    if (missing.length === 0) continue;
    const message = `The event ${name} does not declare ${missing.join(", ")} as the wire has it.`;
    yield diagnose("event-envelope-incomplete", message, { pointer });
  }
}
