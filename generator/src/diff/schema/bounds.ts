import type { Schema } from "../../document/openapi.ts";
import type { Finding } from "../change.ts";
import { typesOf } from "../types-of.ts";

/** How far a number may go in one direction: the least value that is too far, or the last that is not. */
interface Bound {
  /** As it is written, such as `exclusiveMinimum 0`. */
  readonly text: string;
  /** Greater for what lets less through. */
  readonly tightness: number;
  readonly isExclusive: boolean;
}

const ends = [
  { inclusive: "minimum", exclusive: "exclusiveMinimum", sign: 1 },
  { inclusive: "maximum", exclusive: "exclusiveMaximum", sign: -1 },
] as const;
type End = (typeof ends)[number];

/** The least and the greatest number: a bound itself may be within or without, which for integers is the next one. */
export function* bounds(base: Schema, head: Schema): Generator<Finding> {
  const areIntegers = [base, head].every(isInteger);
  for (const end of ends) {
    const [before, after] = [boundOf(base, end, areIntegers), boundOf(head, end, areIntegers)];
    const order = compared(before, after);
    if (order === 0) continue;
    const none = `no ${(before ?? after)?.text.split(" ")[0]}`;
    const kind = order < 0 ? "limit-tightened" : "limit-loosened";
    yield { kind, before: before?.text ?? none, after: after?.text ?? none };
  }
}

/** Negative where the second lets less through. */
function compared(before: Bound | undefined, after: Bound | undefined): number {
  if (before === undefined || after === undefined) return Number(after === undefined) - Number(before === undefined);
  return before.tightness - after.tightness || Number(before.isExclusive) - Number(after.isExclusive);
}

/** The tighter of the two that a schema may have. */
function boundOf(schema: Schema, { inclusive, exclusive, sign }: End, isWhole: boolean): Bound | undefined {
  const found = [inclusive, exclusive].flatMap((keyword): Bound[] => {
    const value = schema[keyword];
    if (typeof value !== "number") return [];
    const tightness = value * sign;
    const bound = { text: `${keyword} ${value}`, tightness, isExclusive: keyword === exclusive };
    if (!isWhole) return [bound];
    return [
      { ...bound, tightness: bound.isExclusive ? Math.floor(tightness) + 1 : Math.ceil(tightness), isExclusive: false },
    ];
  });
  return found.sort(compared).at(-1);
}

function isInteger(schema: Schema): boolean {
  return typesOf(schema).every((type) => type === "integer" || type === "null");
}
