import { type Level, levels } from "../change.ts";
import type { DiffReport } from "./make-report.ts";
import { weightOf } from "./weight.ts";

/** The verdicts in a line: on the wire, for TypeScript, and what the version has to do. */
export function verdictText({ wire, typescript, bump }: DiffReport): string {
  if (wire === "none") return "The API is unchanged.";
  const onWire = wire === "docs" ? "unchanged" : wire;
  return `On the wire ${onWire}, for TypeScript ${typescript}: a ${bump} version.`;
}

/** How many changes there are of each weight: `7 breaking, 121 safe`; empty where there is none. */
export function countsText({ changes, accepted }: DiffReport): string {
  const counts = weightCounts({ changes });
  const told = levels.filter((level) => counts[level] > 0).map((level) => `${counts[level]} ${level}`);
  return [...told, ...(accepted.length > 0 ? [`${accepted.length} accepted`] : [])].join(", ");
}

/** The number of changes by weight. */
export function weightCounts({ changes }: Pick<DiffReport, "changes">): Record<Level, number> {
  const counts = { breaking: 0, dangerous: 0, safe: 0, docs: 0 };
  for (const change of changes) counts[weightOf(change)]++;
  return counts;
}
