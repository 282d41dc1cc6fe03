import { codeSpan } from "../../emit/text/markdown.ts";
import { visible } from "../../report.ts";
import { type Level, levels } from "../change.ts";
import { aliasesText } from "./aliases-text.ts";
import { clip } from "./clip.ts";
import type { DiffReport } from "./make-report.ts";
import { markdownChanges } from "./markdown-changes.ts";
import { countsText, verdictText } from "./verdict-text.ts";
import { changesOf } from "./weight.ts";

/** What a comment of this report begins with, so that the next one takes its place. */
export const marker = "<!-- telnyx-voice api:diff -->";

/** The longest report, in characters; a comment on GitHub has room for 65 536. */
const longest = 60_000;
/** What the frame of a section takes at most. */
const frame = 160;

const titles: Readonly<Record<Level, string>> = {
  breaking: "Breaking",
  dangerous: "Dangerous",
  safe: "Safe",
  docs: "Words only",
};

/** The report as a comment: verdict and bump first, what breaks open, the rest folded. */
export function markdownReport(report: DiffReport): string {
  const parts = [head(report)];
  let room = longest - (parts[0]?.length ?? 0) - frame * (levels.length + 2);
  const add = (changes: Parameters<typeof markdownChanges>[0], wrap: (text: string) => string) => {
    if (changes.length === 0) return;
    const text = markdownChanges(changes, room);
    room -= text.length;
    parts.push(wrap(text));
  };
  for (const level of levels) {
    const changes = changesOf(report.changes, level);
    const title = `${titles[level]} (${changes.length})`;
    add(changes, (text) => (level === "breaking" ? `### ${title}\n\n${text}` : folded(title, text)));
    if (level === "dangerous") {
      add(report.accepted, (text) => folded(`Accepted (${report.accepted.length})`, text));
    }
  }
  const names = namesText(aliasesText(report.aliases), room);
  if (names !== "") parts.push(folded("Names to keep", names));
  return `${parts.join("\n\n")}\n`;
}

function head(report: DiffReport): string {
  const { base, head, bump, ok, failOn } = report;
  const name = (text: string) => codeSpan(visible(clip(text, 200)));
  const counts = countsText(report);
  return [
    marker,
    `## API diff: ${bump === "none" ? "no change" : bump}`,
    `**${verdictText(report)}**${counts === "" ? "" : ` ${counts}.`}`,
    ...(ok
      ? []
      : [`Refused: there is a change that is ${failOn}${failOn === "dangerous" ? " or worse" : ""} and not accepted.`]),
    `${name(base.name)} → ${name(head.name)}`,
  ].join("\n\n");
}

/** The entries in a block of code that they cannot leave; where they are too many for the comment, where to find them. */
function namesText(entries: string, room: number): string {
  if (entries === "") return "";
  if (entries.length > room)
    return "`pnpm api:diff` lists the entries of `specs/names.json` that keep former names working.";
  const longest = Math.max(2, ...[...entries.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `With this in \`specs/names.json\`, renamings break nobody:\n\n${fence}json\n${entries}\n${fence}`;
}

function folded(title: string, text: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${text}\n\n</details>`;
}
