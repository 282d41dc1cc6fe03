import type { HistoryEntry } from "../../model.ts";
import { codeSpan, markdown, markdownProse } from "../text/markdown.ts";
import { paragraphs } from "./paragraphs.ts";
import type { ChangeWords, Words } from "./words/words.ts";

type Change = HistoryEntry["changes"][number];

/** The page of what changed in the API: a section a step, the newest first, the worst changes first in it. */
export function changesPage(history: readonly HistoryEntry[], words: Words): string {
  const { title, lead, meanings } = words.changes;
  const sections = [
    `# ${title}`,
    lead,
    ...history.map((entry) => stepSection(words, entry)),
    `## ${words.changes.words}`,
    meanings.map((meaning) => `- ${meaning}`).join("\n"),
  ];
  return `${paragraphs(...sections)}\n`;
}

const levels = ["breaking", "dangerous", "safe", "docs"] as const;

function stepSection(words: Words, { from, to, changes }: HistoryEntry): string {
  const version = ({ date, commit, sha256 }: HistoryEntry["to"]) =>
    markdown(date?.slice(0, 10) ?? commit ?? sha256.slice(0, 12));
  const parts = levels.flatMap((level) => {
    const own = changes.filter((change) => change.level === level);
    const lines = own.map((change) => changeLine(words, change));
    return own.length === 0 ? [] : [`### ${words.changes.levels[level]}`, lines.join("\n")];
  });
  const lead = words.changes.step(version(from), version(to), countText(words, changes));
  return paragraphs(`## ${version(to)}`, lead, ...parts);
}

function countText({ changes: words, comma }: Words, changes: readonly Change[]): string {
  const counts = levels.flatMap((level) => {
    const count = changes.filter((change) => change.level === level).length;
    return count === 0 ? [] : [words.count(count, words.levels[level])];
  });
  const breaking = changes.filter(({ typescript }) => typescript === "breaking").length;
  return `${counts.join(comma) || words.noChange}${breaking === 0 ? "" : words.breakingTypes(breaking)}`;
}

function changeLine({ changes: words, inParentheses, listed }: Words, change: Change): string {
  const { owner, message, rule, typescript, touched } = change;
  const said = words.message(message);
  const text = said === undefined ? codeSpan(message) : markdownProse(said);
  const verdict = typescript === "breaking" ? words.breaksTypes : "";
  const facts = inParentheses(`${markdown(rule)}${verdict}`);
  return `- ${codeSpan(owner)}${words.between}${text}${facts}${touchedText(words, touched, listed)}`;
}

/** Those that a change touches, as far as they fit on a line. */
function touchedText(words: ChangeWords, touched: readonly string[], listed: string): string {
  const shown = touched.slice(0, most);
  return shown.length === 0 ? "" : words.touches(shown.map(codeSpan).join(listed), touched.length - shown.length);
}

const most = 5;
