import type { Schema } from "../../document/openapi.ts";
import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";
import { bounds } from "./bounds.ts";

/** The limits, and what is as good as none: a greater lower limit lets less through, a greater upper one more. */
const limitKeywords = Object.entries({
  minLength: 0,
  minItems: 0,
  minProperties: 0,
  maxLength: Number.POSITIVE_INFINITY,
  maxItems: Number.POSITIVE_INFINITY,
  maxProperties: Number.POSITIVE_INFINITY,
});

/** Limits that were set, lifted or moved, `uniqueItems` and `multipleOf` among them. */
export function* limits({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  yield* bounds(base, head);
  for (const [keyword, none] of limitKeywords) {
    const [before, after] = [base[keyword as "minLength"] ?? none, head[keyword as "minLength"] ?? none];
    if (before === after) continue;
    const isTighter = none > 0 ? after < before : after > before;
    yield finding(isTighter ? "limit-tightened" : "limit-loosened", keyword, before, after, none);
  }
  if ((base.uniqueItems === true) !== (head.uniqueItems === true)) {
    const kind = head.uniqueItems === true ? "limit-tightened" : "limit-loosened";
    yield finding(kind, "uniqueItems", base.uniqueItems === true, head.uniqueItems === true);
  }
  yield* multiples(base, head);
}

/** A multiple of a multiple lets less through. */
function* multiples({ multipleOf: before }: Schema, { multipleOf: after }: Schema): Generator<Finding> {
  if (before === after) return;
  const isWithin = (inner: number | undefined, outer: number | undefined) =>
    outer === undefined || (inner !== undefined && Number.isInteger(inner / outer));
  const changed = isWithin(before, after) ? "limit-loosened" : "limit-changed";
  yield finding(isWithin(after, before) ? "limit-tightened" : changed, "multipleOf", before, after);
}

function finding(kind: Finding["kind"], keyword: string, before: unknown, after: unknown, none?: number): Finding {
  const isNone = (value: unknown) => value === undefined || value === false || value === none;
  const text = (value: unknown) => (isNone(value) ? `no ${keyword}` : `${keyword}${value === true ? "" : ` ${value}`}`);
  return { kind, before: text(before), after: text(after) };
}
