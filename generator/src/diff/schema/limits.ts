import type { Schema } from "../../document/openapi.ts";
import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";

/** The limits, and whether a greater number lets less through. */
const limitKeywords = {
  minimum: true,
  exclusiveMinimum: true,
  minLength: true,
  minItems: true,
  minProperties: true,
  maximum: false,
  exclusiveMaximum: false,
  maxLength: false,
  maxItems: false,
  maxProperties: false,
} as const;

/** Limits that were set, lifted or moved, `uniqueItems` and `multipleOf` among them. */
export function* limits({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  for (const [keyword, isLower] of Object.entries(limitKeywords)) {
    const [before, after] = [base[keyword as "minimum"], head[keyword as "minimum"]];
    if (before === after) continue;
    const open = isLower ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const isTighter = isLower ? (after ?? open) > (before ?? open) : (after ?? open) < (before ?? open);
    yield finding(isTighter, keyword, before, after);
  }
  if (Boolean(base.uniqueItems) !== Boolean(head.uniqueItems)) {
    yield finding(head.uniqueItems === true, "uniqueItems", base.uniqueItems, head.uniqueItems);
  }
  yield* multiples(base, head);
}

/** A multiple of a multiple lets less through. */
function* multiples({ multipleOf: before }: Schema, { multipleOf: after }: Schema): Generator<Finding> {
  if (before === after) return;
  yield finding(before === undefined || (after !== undefined && after % before === 0), "multipleOf", before, after);
}

function finding(isTighter: boolean, keyword: string, before: unknown, after: unknown): Finding {
  const text = (value: unknown) => (value === undefined ? `no ${keyword}` : `${keyword} ${value}`);
  return { kind: isTighter ? "limit-tightened" : "limit-loosened", before: text(before), after: text(after) };
}
