import { isObject } from "../../document/openapi.ts";
import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Whether fields that are not named may be there: not said, forbidden, or allowed and described. */
export function* additionalProperties(base: FlatSchema, head: FlatSchema): Generator<Finding> {
  const [before, after] = [stateOf(base), stateOf(head)];
  if (before === after) return;
  if (after === "forbidden") yield { kind: "additional-properties-forbidden" };
  else if (before === "forbidden") yield { kind: "additional-properties-allowed" };
  else yield { kind: after === "described" ? "additional-properties-added" : "additional-properties-removed" };
}

/** `true` and `{}` say no more than nothing does. */
function stateOf({ schema: { additionalProperties: given } }: FlatSchema): "open" | "forbidden" | "described" {
  if (given === false) return "forbidden";
  return isObject(given) && Object.keys(given).length > 0 ? "described" : "open";
}
