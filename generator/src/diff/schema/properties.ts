import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Fields that came or went, or that must be there now, or no longer. */
export function* properties({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  const [before, after] = [base.properties ?? {}, head.properties ?? {}];
  const [wasRequired, isRequired] = [new Set(base.required), new Set(head.required)];
  for (const below of Object.keys(before)) {
    if (!Object.hasOwn(after, below)) yield { kind: `${nounOf(below)}-removed`, below };
    else if (wasRequired.has(below) !== isRequired.has(below)) {
      yield { kind: isRequired.has(below) ? "property-became-required" : "property-became-optional", below };
    }
  }
  for (const below of Object.keys(after)) {
    if (Object.hasOwn(before, below)) continue;
    yield { kind: isRequired.has(below) ? "required-property-added" : `${nounOf(below)}-added`, below };
  }
}

/** The field by which the API knows a repeated command has kinds of its own. */
function nounOf(name: string): "command-id" | "property" {
  return name === "command_id" ? "command-id" : "property";
}
