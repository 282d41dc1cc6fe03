import type { FlatSchema } from "./flat-schema.ts";

/** True where one side alone has alternatives, and those are all that it says of the value. */
export function isOneSided(base: FlatSchema, head: FlatSchema): boolean {
  if (base.alternatives.length > 0 === head.alternatives.length > 0) return false;
  const { schema } = base.alternatives.length > 0 ? base : head;
  return schema.properties === undefined;
}
