import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs } from "../specs.ts";

/** Every name of API v1 leads to an event that the contract has, and is none itself. */
export function* v1Events(model: Model, { v1Events: entries }: Pick<Specs, "v1Events">): Generator<Diagnostic> {
  const events = new Set(model.events.map(({ name }) => name));
  for (const [name, { event }] of Object.entries(entries)) {
    if (!events.has(event))
      yield missing(`${name} leads to ${event}, which is no event of the contract.`, [name, "event"]);
    else if (events.has(name)) yield missing(`${name} is an event of the contract itself.`, [name]);
  }
}

function missing(message: string, keys: readonly string[]): Diagnostic {
  return diagnose("v1-event-missing", message, { file: "specs/v1-events.yaml", pointer: toPointer(keys) });
}
