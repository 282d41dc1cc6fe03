import { codeSpan } from "../../emit/text/markdown.ts";
import { visible } from "../../report.ts";
import type { Change } from "../change.ts";
import { byOwner } from "./by-owner.ts";
import { clip } from "./clip.ts";
import { inertProse } from "./inert-prose.ts";
import type { AcceptedChange } from "./make-report.ts";

/** The longest that is told of one change, and how a list says that it is not complete, in characters. */
const [longest, more] = [400, 40];

/** Changes as lists, an owner a list, as many as there is room for, and how many more there are. */
export function markdownChanges(changes: readonly (Change | AcceptedChange)[], room: number): string {
  const lines: string[] = [];
  let [left, told] = [room - more, 0];
  for (const [owner, own] of byOwner(changes)) {
    let lead = `${lines.length === 0 ? "" : "\n"}**${codeSpan(visible(clip(owner, 200)))}**\n\n`;
    for (const change of own) {
      const line = `${lead}- ${describe(change)}`;
      if (line.length + 1 > left) return [...lines, `\n+${changes.length - told} more`].join("\n");
      lines.push(line);
      left -= line.length + 1;
      told++;
      lead = "";
    }
  }
  return lines.join("\n");
}

function describe(change: Change | AcceptedChange): string {
  const { message, rule, level, typescript, touched } = change;
  const [first, ...others] = touched;
  const users =
    first === undefined
      ? ""
      : `; in ${codeSpan(visible(clip(first, 120)))}${others.length > 0 ? ` and ${others.length} more` : ""}`;
  const reason = "reason" in change ? `; accepted by ${told(change.by)}: ${told(change.reason)}` : "";
  const verdicts = `wire ${level}, TypeScript ${typescript}`;
  return `${told(message)} (${codeSpan(rule)}: ${verdicts}${users})${reason}`;
}

function told(text: string): string {
  return inertProse(visible(clip(text, longest)));
}
