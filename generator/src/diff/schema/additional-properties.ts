import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

type State = "open" | "forbidden" | "described";

/** What each passage from one state to another is. Nothing said and `true` are alike on the wire, yet not for types. */
const kinds: Readonly<Record<State, Partial<Record<State, Finding["kind"]>>>> = {
  open: { forbidden: "additional-properties-forbidden", described: "additional-properties-added" },
  forbidden: { open: "additional-properties-allowed", described: "map-opened" },
  described: { open: "additional-properties-removed", forbidden: "map-closed" },
};

/** Whether fields that are not named may be there: not said, forbidden, or allowed and described, which types tell. */
export function* additionalProperties(base: FlatSchema, head: FlatSchema): Generator<Finding> {
  const kind = kinds[stateOf(base)][stateOf(head)];
  if (kind !== undefined) yield { kind };
}

function stateOf({ schema: { additionalProperties: given } }: FlatSchema): State {
  if (given === undefined) return "open";
  return given === false ? "forbidden" : "described";
}
