import type { Schema } from "../../document/openapi.ts";
import type { ChangeKind } from "../catalogue.ts";
import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

const flags: readonly (readonly [keyof Schema, ChangeKind, ChangeKind])[] = [
  ["readOnly", "became-read-only", "became-not-read-only"],
  ["writeOnly", "became-write-only", "became-not-write-only"],
  ["deprecated", "deprecated", "reinstated"],
];

/** Marks that were set or taken away: read-only, write-only, deprecated. */
export function* marks({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  for (const [keyword, set, unset] of flags) {
    const [before, after] = [base[keyword] === true, head[keyword] === true];
    if (before !== after) yield { kind: after ? set : unset };
  }
}
