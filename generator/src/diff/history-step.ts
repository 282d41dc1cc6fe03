import type { HistoryEntry, Lock } from "../specs.ts";
import type { Change } from "./change.ts";

/** What `specs/history/` keeps of a step: no places, since the contracts they lie in are gone with the next step. */
export function historyStep(before: Lock, after: Lock, changes: readonly Change[]): HistoryEntry {
  return {
    from: versionOf(before),
    to: versionOf(after),
    changes: changes.map(({ base: _, head: __, ...change }) => change),
  };
}

/**
 * The file of a step: by the date and the commit of the version it leads to, or by its digest where those are unknown. A
 * commit may be a branch, and may come from a server: whatever has no place in the name of a file becomes a dash.
 */
export function historyFile({ to: { date, commit, sha256 } }: HistoryEntry): string {
  const isKnown = date !== undefined && commit !== undefined;
  const name = isKnown ? `${date.slice(0, 10)}-${commit.slice(0, 7)}` : sha256.slice(0, 12);
  return `history/${name.replace(/[^\w.-]/g, "-")}.json`;
}

function versionOf({ contract, source: { date, commit } }: Lock): HistoryEntry["to"] {
  return { sha256: contract.sha256, ...(date !== undefined && { date }), ...(commit !== undefined && { commit }) };
}
