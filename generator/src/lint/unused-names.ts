import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs } from "../specs.ts";

/** Every entry of `names.json` names something that the contract has. */
export function* unusedNames(model: Model, { names }: Pick<Specs, "names">): Generator<Diagnostic> {
  const known = {
    operations: new Set(model.operations.map((operation) => operation.id)),
    events: new Set(model.events.map((event) => event.key)),
    schemas: new Set(model.schemas.map((schema) => schema.name)),
  };
  for (const section of ["operations", "events", "schemas"] as const) {
    for (const key of Object.keys(names[section] ?? {})) {
      if (known[section].has(key)) continue;
      const place = { file: "specs/names.json", pointer: toPointer([section, key]) };
      yield diagnose("name-unused", `The contract has no ${key}.`, place);
    }
  }
}
