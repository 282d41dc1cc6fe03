import type { HistoryEntry } from "../../model.ts";
import { codeSpan, markdown, markdownProse } from "../text/markdown.ts";

type Change = HistoryEntry["changes"][number];

/** The page of what changed in the API: a section a step, the newest first, the worst changes first in it. */
export function changesPage(history: readonly HistoryEntry[]): string {
  const lead = "What each update of the contract changed, as the diff judges it. The words are explained at the end.";
  return `${["# API changes", lead, ...history.map(stepSection), ...words].join("\n\n")}\n`;
}

const headings = [
  ["breaking", "Breaking"],
  ["dangerous", "Dangerous"],
  ["safe", "Safe"],
  ["docs", "Words only"],
] as const;

function stepSection({ from, to, changes }: HistoryEntry): string {
  const version = ({ date, commit, sha256 }: HistoryEntry["to"]) => date?.slice(0, 10) ?? commit ?? sha256.slice(0, 12);
  const lead = `From ${markdown(version(from))} to ${markdown(version(to))}: ${countText(changes)}.`;
  const parts = headings.flatMap(([level, heading]) => {
    const own = changes.filter((change) => change.level === level);
    return own.length === 0 ? [] : [`### ${heading}`, own.map(changeLine).join("\n")];
  });
  return [`## ${markdown(version(to))}`, lead, ...parts].join("\n\n");
}

function countText(changes: readonly Change[]): string {
  const counts = headings.map(([level, heading]) => {
    const count = changes.filter((change) => change.level === level).length;
    return count === 0 ? "" : `${count} ${heading.toLowerCase()}`;
  });
  const breaking = changes.filter(({ typescript }) => typescript === "breaking").length;
  const wire = counts.filter((text) => text !== "").join(", ") || "no change";
  return breaking === 0 ? wire : `${wire}; ${breaking} of them may break the compilation of programs`;
}

function changeLine({ owner, message, rule, typescript, touched }: Change): string {
  const verdict = typescript === "breaking" ? ", breaks TypeScript" : "";
  return `- ${codeSpan(owner)}: ${markdownProse(message)} (${markdown(rule)}${verdict})${touchedText(touched)}`;
}

/** Those that a change touches, as far as they fit on a line. */
function touchedText(touched: readonly string[]): string {
  const [shown, rest] = [touched.slice(0, most), touched.length - most];
  if (shown.length === 0) return "";
  return `. Touches ${shown.map(codeSpan).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

const most = 5;

const words = [
  "## Words",
  [
    "- **Breaking**: what worked on the wire fails.",
    "- **Dangerous**: programs may meet what they have not seen, or the contract cannot tell.",
    "- **Safe**: nothing that worked fails.",
    "- **Breaks TypeScript**: programs that use the changed part no longer compile against the packages.",
  ].join("\n"),
];
