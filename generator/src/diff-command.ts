import { type Diagnostic, diagnose, type Outcome } from "./diagnostic.ts";
import { changesetReport } from "./diff/report/changeset-report.ts";
import { githubReport } from "./diff/report/github-report.ts";
import { jsonReport } from "./diff/report/json-report.ts";
import type { DiffReport, FailOn } from "./diff/report/make-report.ts";
import { markdownReport } from "./diff/report/markdown-report.ts";
import { rules, rulesPage, rulesText } from "./diff/report/rules-table.ts";
import { textReport } from "./diff/report/text-report.ts";
import { contractText } from "./load/contract-text.ts";
import { jsonText, type Paint, visible } from "./report.ts";
import { type DiffOptions, type DiffRun, runDiff } from "./run-diff.ts";
import { writeChangeset } from "./write-changeset.ts";

/** The ways to tell of a comparison. */
export const diffFormats = ["text", "markdown", "json", "github", "changeset"] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** From which weight on changes may be refused. */
export const failOns = ["breaking", "dangerous", "never"] as const satisfies readonly FailOn[];

/** What is to be said, and with which exit code: 0 clean, 1 refused, 2 not judged. */
export interface DiffAnswer {
  readonly code: 0 | 1 | 2;
  readonly out?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares two sides and tells of it in a format. */
export async function diffCommand(options: DiffOptions, format: DiffFormat, paint: Paint): Promise<DiffAnswer> {
  const run = await runDiff(options);
  if (run.value === undefined) return { code: 2, diagnostics: run.diagnostics };
  const out = await told(run.value, format, paint);
  if (out.value === undefined) return { code: 2, diagnostics: out.diagnostics };
  return { code: run.value.report.ok ? 0 : 1, out: out.value.replace(/\n$/, ""), diagnostics: [] };
}

async function told({ report, head }: DiffRun, format: DiffFormat, paint: Paint): Promise<Outcome<string>> {
  const say = (value: string) => ({ value, diagnostics: [] });
  if (format === "markdown") return say(markdownReport(report));
  if (format === "json") return say(jsonReport(report));
  if (format === "github") return say(githubReport(report, await contractText(head.specs)));
  return format === "changeset" ? changeset(report) : say(textReport(report, paint));
}

async function changeset(report: DiffReport): Promise<Outcome<string>> {
  const say = (value: string) => ({ value, diagnostics: [] });
  try {
    const path = await writeChangeset(".changeset", (packages) => changesetReport(report, packages));
    return say(path === undefined ? "Nothing changed that a version has to tell." : `Wrote ${visible(path)}`);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message.split("\n")[0];
    const message = `The changeset cannot be written (${reason}).`;
    const hint = "Run it in the folder that has `.changeset/config.json` with the packages under `fixed`.";
    return { diagnostics: [{ ...diagnose("output-unusable", message, { file: ".changeset" }), fix: hint }] };
  }
}

/** The table of rules: a page of the docs as Markdown, data as JSON, columns otherwise. */
export function rulesAnswer(format: DiffFormat): string {
  if (format === "json") return jsonText(rules());
  return format === "markdown" ? rulesPage().replace(/\n$/, "") : rulesText();
}
