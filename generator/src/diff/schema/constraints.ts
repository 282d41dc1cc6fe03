import type { Schema } from "../../document/openapi.ts";
import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";
import { sorted } from "../sorted.ts";

/** Keywords that say what values are allowed and that no other rule reads (JSON Schema 2020-12). */
const rest = [
  ...["not", "if", "then", "else", "prefixItems", "contains", "minContains", "maxContains", "unevaluatedItems"],
  ...["dependentRequired", "dependentSchemas", "patternProperties", "propertyNames", "unevaluatedProperties"],
  ...["contentEncoding", "contentMediaType", "contentSchema"],
] as const;

type Keywords = Readonly<Record<string, unknown>>;

/** Rarer keywords that came, went or have another value. */
export function* constraints({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  for (const keyword of rest) {
    const [before, after] = [(base as Keywords)[keyword], (head as Keywords)[keyword]];
    if (before !== after && textOf(before) !== textOf(after)) yield { kind: "constraint-changed", after: keyword };
  }
  if (undeclared(base, head) !== undeclared(head, base)) yield { kind: "constraint-changed", after: "required" };
}

/** The fields that must be there though neither side declares them, which is all that is said of them. */
function undeclared({ required, properties }: Schema, { properties: others }: Schema): string {
  const isDeclared = (name: string) => [properties, others].some((all) => Object.hasOwn(all ?? {}, name));
  return JSON.stringify([...new Set(required)].filter((name) => !isDeclared(name)).sort());
}

function textOf(value: unknown): string | undefined {
  return JSON.stringify(sorted(value, true));
}
