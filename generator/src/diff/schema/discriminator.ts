import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Another field that tells alternatives apart. What maps to a new alternative is told of the alternative. */
export function* discriminator({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  const [before, after] = [base.discriminator?.propertyName, head.discriminator?.propertyName];
  if (before === undefined || after === undefined || before === after) return;
  yield { kind: "discriminator-changed", before, after };
}
