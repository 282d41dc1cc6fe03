import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { nodesOf } from "../document/nodes.ts";
import { toPointer } from "../document/pointer.ts";
import { pascalCase } from "../model/name.ts";
import type { Model } from "../model.ts";

/** No two values of an enum differ in case or punctuation alone: they would be one name in code, and are easily mixed up. */
export function* enumValues({ document }: Model): Generator<Diagnostic> {
  for (const { kind, value, keys } of nodesOf(document)) {
    if (kind !== "schema" || !Array.isArray(value["enum"])) continue;
    const taken = new Map<string, unknown>();
    for (const entry of value["enum"]) {
      if (typeof entry !== "string") continue;
      // A sign in front has a meaning: `-name` sorts the other way.
      const name = /[A-Za-z0-9]/.test(entry) ? entry.replace(/[^-+].*/s, "") + pascalCase(entry).toLowerCase() : entry;
      const other = taken.get(name);
      if (other !== undefined) {
        const message = `The values ${JSON.stringify(other)} and ${JSON.stringify(entry)} would be one name.`;
        yield diagnose("enum-values-alike", message, { pointer: toPointer([...keys, "enum"]) });
      }
      taken.set(name, entry);
    }
  }
}
