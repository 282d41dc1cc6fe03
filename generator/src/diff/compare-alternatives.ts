import type { Schema } from "../document/openapi.ts";
import type { Finding } from "./change.ts";
import type { FlatSchema } from "./flat-schema.ts";
import { isOneSided } from "./is-one-sided.ts";
import { matchAlternatives, type Sides } from "./match-alternatives.ts";

/**
 * Tells which alternatives came and went, and gives the pairs that are in both. A side without alternatives is taken for
 * one of one; where none is in both, the value is another altogether, which is one finding.
 */
export function compareAlternatives(
  sides: Sides,
  base: FlatSchema,
  head: FlatSchema,
  tell: (finding: Finding) => void,
): readonly (readonly [Schema, Schema])[] {
  if (base.alternatives.length === 0 && head.alternatives.length === 0) return [];
  if (!isOneSided(base, head) && (base.alternatives.length === 0 || head.alternatives.length === 0)) {
    tell({ kind: "constraint-changed", after: "oneOf" });
    return [];
  }
  const { pairs, removed, added } = matchAlternatives(sides, membersOf(base), membersOf(head));
  if (pairs.length === 0) {
    tell({ kind: "type-changed", before: removed.join(" or "), after: added.join(" or ") });
    return [];
  }
  for (const before of removed) tell({ kind: "alternative-removed", before });
  for (const after of added) tell({ kind: "alternative-added", after });
  return pairs;
}

function membersOf({ schema, name, alternatives }: FlatSchema): readonly Schema[] {
  if (alternatives.length > 0) return alternatives;
  return name === undefined ? [schema] : [{ $ref: `#/components/schemas/${name}` }];
}
