import { type Change, type Level, levels, type TypeScriptVerdict } from "../change.ts";
import type { FormerNames } from "../propose-aliases.ts";
import { type Bump, bumpOf } from "./bump-of.ts";
import { weightOf } from "./weight.ts";

/** A side by the name that it goes by, and the sha256 of its contract. */
export interface SideFacts {
  readonly name: string;
  readonly sha256: string;
}

/** A change that somebody accepted, and why. */
export interface AcceptedChange extends Change {
  readonly reason: string;
  readonly by: string;
}

/** From which weight on a change is refused. */
export type FailOn = "breaking" | "dangerous" | "never";

/** Everything that the formats tell of a comparison. */
export interface DiffReport {
  readonly base: SideFacts;
  readonly head: SideFacts;
  /** The verdicts and the bump are about all changes, the accepted ones too: acceptance makes nothing compile again. */
  readonly wire: Level | "none";
  readonly typescript: TypeScriptVerdict;
  readonly bump: Bump;
  readonly failOn: FailOn;
  /** False where a change that nobody accepted is refused. */
  readonly ok: boolean;
  readonly changes: readonly Change[];
  readonly accepted: readonly AcceptedChange[];
  /** The entries of `names.json` that would have renamings break nobody; without the sections that have none. */
  readonly aliases: FormerNames;
}

/** Sums a comparison up: verdicts, semver bump, and whether it passes. */
export function makeReport(
  base: SideFacts,
  head: SideFacts,
  { changes, accepted, aliases }: Pick<DiffReport, "changes" | "accepted" | "aliases">,
  failOn: FailOn,
): DiffReport {
  const all = [...changes, ...accepted];
  const refused: readonly Level[] = failOn === "never" ? [] : levels.slice(0, levels.indexOf(failOn) + 1);
  return {
    base: { name: base.name, sha256: base.sha256 },
    head: { name: head.name, sha256: head.sha256 },
    wire: levels.find((level) => all.some((change) => change.level === level)) ?? "none",
    typescript: all.some(({ typescript }) => typescript === "breaking") ? "breaking" : "compatible",
    bump: bumpOf(all),
    failOn,
    ok: !changes.some((change) => refused.includes(weightOf(change))),
    changes,
    accepted,
    aliases: Object.fromEntries(Object.entries(aliases).filter(([, section]) => Object.keys(section).length > 0)),
  };
}
