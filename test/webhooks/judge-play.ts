import { groupNotes, type Note } from "./notes.ts";
import { type Attempt, isTriedAgain } from "./telnyx-sender.ts";

/** When something did not work. Dates are milliseconds. */
export interface Outage {
  readonly kind: "death" | "pause" | "store";
  /** The address of the server; none for the store. */
  readonly url?: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** What happened in a play: all attempts to deliver each event, what the handlers noted, and what did not work when. */
export interface Proceedings {
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>;
  readonly notes: readonly Note[];
  readonly outages: readonly Outage[];
}

/** What is against the promise. */
export interface Verdict {
  /** Events never handled, though an answer said not to come again, or an attempt came after the lease to what worked. */
  readonly lost: readonly string[];
  /** Events handled twice without a death, a pause longer than the lease or an outage of the store in between. */
  readonly twice: readonly string[];
}

/**
 * For how long a claim stands that nobody renews, how long a slow handler takes on a busy machine, through which its process
 * must live, and how long a client takes to find a Redis that is back.
 */
const [lease, work, reconnecting] = [3_000, 4_000, 2_500];

/** Holds a play to what the README of the webhooks promises. */
export function judgePlay({ attempts, notes, outages }: Proceedings): Verdict {
  const byId = groupNotes(notes);
  const lost: string[] = [];
  const twice: string[] = [];
  for (const [id, made] of attempts) {
    const all = byId.get(id) ?? [];
    const ends = all.filter(({ word }) => word === "handled");
    const isOver = made.some(({ status }) => !isTriedAgain(status));
    if (ends.length === 0 && (isOver || made.some((attempt) => isOwed(attempt, outages)))) lost.push(id);
    if (ends.length > 1 && !isExcused(all, outages)) twice.push(id);
  }
  return { lost, twice };
}

/** Whether an attempt must succeed: its server and the store work, and what a server held that fell out lapsed before. */
function isOwed({ url, at }: Attempt, outages: readonly Outage[]): boolean {
  const end = at + work;
  return outages.every((outage) => {
    if (outage.from > end) return true;
    if (outage.kind === "store") return outage.to + reconnecting < at;
    const isAway = outage.url === url && outage.to >= at;
    return !isAway && outage.from + lease < at;
  });
}

/** Whether an event may have been handled twice, by what fell out while it was in work. */
function isExcused(notes: readonly Note[], outages: readonly Outage[]): boolean {
  const [begun = 0, end = 0] = [notes[0]?.at, notes.at(-1)?.at];
  return outages.some(({ kind, from, to }) => {
    if (kind === "pause" && to - from < lease) return false;
    return from <= end && to + reconnecting >= begun;
  });
}
