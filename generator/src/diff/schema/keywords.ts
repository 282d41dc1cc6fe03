import type { Schema } from "../../document/openapi.ts";
import type { ChangeKind } from "../catalogue.ts";
import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** Keywords that came, went or have another value: format, pattern, default. */
export function* keywords({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  for (const keyword of ["format", "pattern", "default"] as const) {
    const [before, after] = [textOf(base[keyword]), textOf(head[keyword])];
    if (before === after) continue;
    if (before === undefined) yield { kind: `${keyword}-added`, after: after ?? "" };
    else if (after === undefined) yield { kind: `${keyword}-removed`, before };
    else yield { kind: `${keyword}-changed`, before, after };
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : JSON.stringify(value);
}

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

/** Descriptions that read otherwise. */
export function* texts({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  if ((base.description ?? "") !== (head.description ?? "")) yield { kind: "text-changed" };
}
