import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs } from "../specs.ts";

/** Every entry of `triggers.yaml` names an operation that the contract has, and events that it has, each once. */
export function* unusedTriggers(model: Model, { triggers }: Pick<Specs, "triggers">): Generator<Diagnostic> {
  const operations = new Set(model.operations.map(({ id }) => id));
  const events = new Set(model.events.map(({ name }) => name));
  for (const [id, entries] of Object.entries(triggers)) {
    if (!operations.has(id)) yield unused(`The contract has no operation ${id}.`, [id]);
    const names = entries.map((entry) => (typeof entry === "string" ? entry : entry.event));
    for (const [index, name] of names.entries()) {
      if (!events.has(name)) yield unused(`The contract has no event ${name}.`, [id, index]);
      else if (names.indexOf(name) < index) yield unused(`${id} has the event ${name} twice.`, [id, index]);
    }
  }
}

function unused(message: string, keys: readonly (string | number)[]): Diagnostic {
  return diagnose("trigger-unused", message, { file: "specs/triggers.yaml", pointer: toPointer(keys) });
}
