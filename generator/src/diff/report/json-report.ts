import { jsonText } from "../../report.ts";
import type { DiffReport } from "./make-report.ts";
import { weightCounts } from "./verdict-text.ts";

/** The report for programs; `generator/docs/diff/report.schema.json` describes it, and its version grows when it breaks. */
export function jsonReport(report: DiffReport): string {
  const { base, head, wire, typescript, bump, failOn, ok, changes, accepted, aliases } = report;
  const counts = { ...weightCounts(report), accepted: accepted.length };
  return jsonText({ version: 1, ok, failOn, wire, typescript, bump, base, head, counts, changes, accepted, aliases });
}
