import { groupNotes, type Note } from "./notes.ts";
import type { Play } from "./play-losses.ts";

/** How often jobs of a queue ran again, and why. */
export interface Runs {
  /** Events that ran twice and did not notice: two jobs were made of them. */
  readonly enqueuedTwice: number;
  /** Runs that noticed that their job was begun before. */
  readonly again: number;
  /** Of those: the worker of a run before it was killed in it. */
  readonly workerDied: number;
  /** Of those: nothing was done before; the job was given out, but its worker or Redis died before it began. */
  readonly neverBegun: number;
  /** Of those: the worker of each run before it lived on. */
  readonly workerLived: number;
}

/** Counts the runs of each event that the notes of a play tell of. */
export function countRuns({ notes, deaths }: Pick<Play, "notes" | "deaths">): Runs {
  const runs = { enqueuedTwice: 0, again: 0, workerDied: 0, neverBegun: 0, workerLived: 0 };
  for (const all of groupNotes(notes).values()) {
    const begun = all.filter(({ word }) => word === "begun" || word === "begun-again");
    if (begun.filter(({ word }) => word === "begun").length > 1) runs.enqueuedTwice++;
    begun.forEach(({ word }, index) => {
      if (word !== "begun-again") return;
      runs.again++;
      runs[reasonOf(begun.slice(0, index), deaths)]++;
    });
  }
  return runs;
}

function reasonOf(before: readonly Note[], deaths: Play["deaths"]) {
  if (before.length === 0) return "neverBegun";
  return before.some(({ pid }) => deaths.has(pid)) ? "workerDied" : "workerLived";
}
