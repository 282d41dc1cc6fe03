import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Whether fields that are not named may be there: not said, forbidden, or allowed and described, which types tell. */
export function* additionalProperties(base: FlatSchema, head: FlatSchema): Generator<Finding> {
  const [before, after] = [stateOf(base), stateOf(head)];
  if (before === after) return;
  if (after === "forbidden") yield { kind: "additional-properties-forbidden" };
  if (before === "forbidden") yield { kind: "additional-properties-allowed" };
  if (after === "described") yield { kind: "additional-properties-added" };
  if (before === "described") yield { kind: "additional-properties-removed" };
}

function stateOf({ schema: { additionalProperties: given } }: FlatSchema): "open" | "forbidden" | "described" {
  if (given === undefined) return "open";
  return given === false ? "forbidden" : "described";
}
