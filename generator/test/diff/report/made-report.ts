import type { Change } from "../../../src/diff/change.ts";
import { type AcceptedChange, type DiffReport, type FailOn, makeReport } from "../../../src/diff/report/make-report.ts";
import type { FormerNames } from "../../../src/specs.ts";

/** A change with what a test says of it. */
export function made(change: Partial<Change> = {}): Change {
  return {
    rule: "request-property-added",
    level: "safe",
    typescript: "compatible",
    owner: "POST /calls",
    path: "to",
    message: "`to` was added",
    touched: [],
    ...change,
  };
}

export const breaking = made({ rule: "operation-removed", level: "breaking", typescript: "breaking", message: "gone" });
export const dangerous = made({ rule: "response-limit-loosened", level: "dangerous", message: "longer" });
export const safe = made();
export const docs = made({ rule: "text-changed", level: "docs", message: "worded" });

/** A report of changes, judged as the command judges them. */
export function reportOf(
  changes: readonly Change[],
  accepted: readonly AcceptedChange[] = [],
  failOn: FailOn = "breaking",
  aliases: FormerNames = {},
): DiffReport {
  const found = { changes, accepted, aliases };
  return makeReport({ name: "main", sha256: "b" }, { name: "specs", sha256: "h" }, found, failOn);
}

/** Text that means something wherever text does: Markdown, HTML, terminals, workflow commands, front matter. */
export const hostile =
  "x`</summary></details><script>|@org/team https://evil.example #1 ![i](u)\n---\n::error::boo\r%0A\u001b[31m\u202e**b**";

/** What a terminal acts upon, less the line break. */
export const acting = /[^\P{Cc}\n]|\u202e/u;
