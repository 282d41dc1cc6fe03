import type { Direction, Level, TypeScriptVerdict } from "./change.ts";

/** What a change means on the wire and for TypeScript. */
export type Verdict = readonly [Level, TypeScriptVerdict];

/** What a kind of change means in each direction it can go, and why. */
export interface Judgement {
  readonly request?: Verdict;
  readonly response?: Verdict;
  readonly webhook?: Verdict;
  /** For what has no direction. */
  readonly any?: Verdict;
  readonly reason: string;
  /** What the same change is when the sides are swapped. */
  readonly mirror: string;
}

/** The verdict on a kind in a direction; what has none of its own is judged the same everywhere. */
export function verdictOf(judgement: Judgement, direction: Direction | undefined): Verdict | undefined {
  return (direction && judgement[direction]) ?? judgement.any;
}
