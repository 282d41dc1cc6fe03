import type { ChangeKind } from "./catalogue.ts";

/** Which way a value travels: to the API, from it in an answer, or from it in a delivery. */
export type Direction = "request" | "response" | "webhook";

/**
 * What a change means on the wire. `breaking`: what worked fails. `dangerous`: the documents cannot tell, or programs may
 * meet what they have not seen. `safe`: nothing that worked fails. `docs`: words only.
 */
export type Level = "breaking" | "dangerous" | "safe" | "docs";

/** What a change means for TypeScript written against the packages: whether it still compiles. */
export type TypeScriptVerdict = "breaking" | "compatible";

/** The worst first. */
export const levels: readonly Level[] = ["breaking", "dangerous", "safe", "docs"];

/** One finding: what changed, where, and what that means. */
export interface Change {
  /** The kind with its direction, such as `response-property-removed`. */
  readonly rule: string;
  readonly level: Level;
  readonly typescript: TypeScriptVerdict;
  /** What it belongs to: `POST /calls`, `event call.hangup`, `schema DialRequest`, or `the API`. */
  readonly owner: string;
  /** The way to it within its owner, such as `payload.result[].kind`; empty for the owner itself. */
  readonly path: string;
  readonly message: string;
  /** Where it stands in the contract before and after; what was added has no before, what was removed no after. */
  readonly base?: string;
  readonly head?: string;
  /** The operations and events that a schema's change touches. */
  readonly touched: readonly string[];
}

/** What a rule finds: a kind of change and what the message needs. The direction gives the level. */
export interface Finding {
  readonly kind: ChangeKind;
  /** What was there before, and what is there now; lists of values, types, limits. */
  readonly before?: string;
  readonly after?: string;
  /** Below the place that the rule looks at: the property's name, for one. */
  readonly below?: string;
}

/** A place on both sides: what it belongs to, the way to it, and where it stands. */
export interface Place {
  readonly owner: string;
  readonly path: string;
  readonly base: string;
  readonly head: string;
}

/** Takes the findings of a place. */
export type Report = (place: Place, direction: Direction | undefined, finding: Finding) => void;
