import { codeSpan } from "../../emit/text/markdown.ts";
import { visible } from "../../report.ts";
import { type Change, levels } from "../change.ts";
import { clip } from "./clip.ts";
import { inertProse } from "./inert-prose.ts";
import type { DiffReport } from "./make-report.ts";
import { verdictText } from "./verdict-text.ts";
import { changesOf } from "./weight.ts";

/** As many changes as a changelog tells of one version, and the longest text of one. */
const [most, longest] = [40, 300];

/** The text of a changeset for packages that are released together; undefined where there is nothing to release. */
export function changesetReport(report: DiffReport, packages: readonly string[]): string | undefined {
  if (report.bump === "none") return undefined;
  const all = [...report.changes, ...report.accepted];
  const telling = levels
    .filter((level) => level !== "docs")
    .flatMap((level) => changesOf(all, level))
    .filter(({ level, typescript, rule }) => level !== "safe" || typescript === "breaking" || rule.endsWith("-added"));
  const lines = telling.slice(0, most).map(line);
  const rest = telling.length > most ? [`- +${telling.length - most} more`] : [];
  const list = [...lines, ...rest];
  return [
    "---",
    ...packages.map((name) => `${JSON.stringify(name)}: ${report.bump}`),
    "---",
    "",
    `The API has changed. ${verdictText(report)}`,
    ...(list.length > 0 ? ["", ...list] : []),
    "",
  ].join("\n");
}

function line({ owner, message, level, typescript }: Change): string {
  const verdicts = [
    ...(level === "safe" || level === "docs" ? [] : [`${level} on the wire`]),
    ...(typescript === "breaking" ? ["breaking for TypeScript"] : []),
  ];
  const told = `- ${codeSpan(visible(clip(owner, 120)))}: ${inertProse(visible(clip(message, longest)))}`;
  return verdicts.length > 0 ? `${told} (${verdicts.join(", ")})` : told;
}
