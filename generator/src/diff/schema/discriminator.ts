import { componentName } from "../../document/resolve.ts";
import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Which component of the head a component of the base has become. */
export interface Discriminated {
  readonly renamed: ReadonlyMap<string, string>;
}

/** The field that tells alternatives apart, and its values. What maps to a new alternative is told of the alternative. */
export function* discriminator(
  { schema: { discriminator: base } }: FlatSchema,
  { schema: { discriminator: head } }: FlatSchema,
  { renamed }: Discriminated,
): Generator<Finding> {
  const [before, after] = [base?.propertyName, head?.propertyName];
  if (before !== after) {
    if (before === undefined) yield { kind: "discriminator-added", after: after ?? "" };
    else if (after === undefined) yield { kind: "discriminator-removed", before };
    else yield { kind: "discriminator-changed", before, after };
    return;
  }
  for (const [value, target] of Object.entries(base?.mapping ?? {})) {
    const other = head?.mapping?.[value];
    if (other === undefined) continue;
    const [one, another] = [componentName(target) ?? target, componentName(other) ?? other];
    if ((renamed.get(one) ?? one) === another) continue;
    yield { kind: "discriminator-changed", before: `${value} for ${one}`, after: `${value} for ${another}` };
  }
}
