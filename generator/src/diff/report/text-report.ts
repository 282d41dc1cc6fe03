import { type Paint, visible } from "../../report.ts";
import { type Change, type Level, levels } from "../change.ts";
import { aliasesText } from "./aliases-text.ts";
import { byOwner } from "./by-owner.ts";
import { clip } from "./clip.ts";
import type { AcceptedChange, DiffReport } from "./make-report.ts";
import { countsText, verdictText } from "./verdict-text.ts";
import { changesOf } from "./weight.ts";

const colours: Readonly<Record<Level, Parameters<Paint>[0]>> = {
  breaking: "red",
  dangerous: "yellow",
  safe: "green",
  docs: "dim",
};

/** The longest that is told of one change, in characters. */
const longest = 400;

/** The report for a terminal: by weight, then by owner; the verdict stands last, where the eye is. */
export function textReport(report: DiffReport, paint: Paint): string {
  const { base, head, accepted } = report;
  const counts = countsText(report);
  return [
    paint("dim", `${line(base.name)} → ${line(head.name)}`),
    ...levels.flatMap((level) => section(level, changesOf(report.changes, level), paint)),
    ...acceptedSection(accepted, paint),
    ...namesSection(aliasesText(report.aliases)),
    ...(counts === "" ? [] : ["", counts]),
    paint("bold", verdictText(report)),
  ].join("\n");
}

function section(level: Level, changes: readonly Change[], paint: Paint): string[] {
  if (changes.length === 0) return [];
  const owners = [...byOwner(changes)].flatMap(([owner, own]) => [
    `  ${paint("bold", line(owner))}`,
    ...own.map((change) => `    ${line(change.message)}${line(scope(change))} ${paint("dim", line(change.rule))}`),
  ]);
  return ["", paint(colours[level], `${level} (${changes.length})`), ...owners];
}

/** Said where the change breaks but one of both: programs that run, or programs that are compiled. */
function scope({ level, typescript }: Change): string {
  if (typescript === "breaking") return level === "breaking" ? "" : " (for TypeScript alone)";
  return level === "breaking" ? " (on the wire alone)" : "";
}

/** What `names.json` would have to say for former names to go on working. */
function namesSection(entries: string): string[] {
  return entries === "" ? [] : ["", "with this in specs/names.json, renamings break nobody:", entries];
}

function acceptedSection(accepted: readonly AcceptedChange[], paint: Paint): string[] {
  if (accepted.length === 0) return [];
  const told = accepted.map(({ owner, message, reason, by, rule }) => {
    const why = paint("dim", `${line(rule)}, by ${line(by)}: ${line(reason)}`);
    return `  ${paint("bold", line(owner))} ${line(message)} ${why}`;
  });
  return ["", `accepted (${accepted.length})`, ...told];
}

function line(text: string): string {
  return visible(clip(text, longest));
}
