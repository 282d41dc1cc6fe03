import { type Diagnostic, diagnose } from "../diagnostic.ts";
import type { Model } from "../model.ts";

/** No two webhooks deliver events of one name: the union could not tell them apart. */
export function* eventNames({ events }: Model): Generator<Diagnostic> {
  const taken = new Map<string, string>();
  for (const { name, key, pointer } of events) {
    const other = taken.get(name);
    if (other !== undefined)
      yield diagnose("event-name-duplicate", `${key} and ${other} both deliver ${name}.`, { pointer });
    taken.set(name, key);
  }
}
