import type { Change } from "../change.ts";
import { annotation } from "./annotation.ts";
import { clip } from "./clip.ts";
import { lineOf } from "./line-of.ts";
import type { DiffReport } from "./make-report.ts";
import { countsText, verdictText } from "./verdict-text.ts";
import { changesOf } from "./weight.ts";

/** The contract that annotations point into: its path in the repository, and its text. */
export interface ContractText {
  readonly file: string;
  readonly text: string;
}

/** As many annotations of a kind as GitHub shows of a step, and the longest text of one. */
const [most, longest] = [10, 400];

/** The report as annotations on the lines of the contract, the worst first. */
export function githubReport(report: DiffReport, contract?: ContractText): string {
  const { accepted, changes } = report;
  const [breaking, dangerous] = [changesOf(changes, "breaking"), changesOf(changes, "dangerous")];
  const tell = (kind: "error" | "warning") => (change: Change) =>
    annotation(kind, `${clip(change.owner, 200)}: ${clip(change.message, longest)}`, {
      ...placeOf(change, contract),
      title: `${change.rule} (wire ${change.level}, TypeScript ${change.typescript})`,
    });
  const hidden = [breaking, dangerous].reduce((sum, { length }) => sum + Math.max(0, length - most), 0);
  const told = accepted.slice(0, most).map(({ owner, message, reason, by }) => {
    return `${clip(owner, 200)}: ${clip(message, longest)} (${clip(by, 80)}: ${clip(reason, longest)})`;
  });
  const rest = accepted.length > most ? [`+${accepted.length - most} more`] : [];
  const counts = countsText(report);
  return [
    ...breaking.slice(0, most).map(tell("error")),
    ...dangerous.slice(0, most).map(tell("warning")),
    ...(hidden > 0
      ? [annotation("notice", `+${hidden} more, which \`pnpm api:diff\` lists`, { title: "API diff" })]
      : []),
    ...(told.length > 0 ? [annotation("notice", [...told, ...rest].join("\n"), { title: "Accepted changes" })] : []),
    annotation("notice", `${verdictText(report)}${counts === "" ? "" : ` ${counts}.`}`, { title: "API diff" }),
  ].join("\n");
}

/** The line of what is there now; for what is gone, that of what it stood in. */
function placeOf({ base, head }: Change, contract: ContractText | undefined): { file?: string; line?: number } {
  if (contract === undefined) return {};
  return { file: contract.file, line: lineOf(contract.text, head ?? base ?? "#") };
}
