import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";
import { sorted } from "../sorted.ts";

/** Formats of integers, each with room for what fits into those before it; a number of fewer digits is but rounded. */
const widths: readonly string[] = ["int32", "int64"];

/** Keywords that came, went or have another value: format, pattern, default. */
export function* keywords({ schema: base }: FlatSchema, { schema: head }: FlatSchema): Generator<Finding> {
  for (const keyword of ["format", "pattern", "default"] as const) {
    const textOf = keyword === "default" ? valueText : plainText;
    const [before, after] = [textOf(base[keyword]), textOf(head[keyword])];
    if (before === after) continue;
    if (before === undefined) yield { kind: `${keyword}-added`, after: after ?? "" };
    else if (after === undefined) yield { kind: `${keyword}-removed`, before };
    else yield changed(keyword, before, after);
  }
}

function changed(keyword: "format" | "pattern" | "default", before: string, after: string): Finding {
  const [was, is] = [widths.indexOf(before), widths.indexOf(after)];
  if (keyword !== "format" || was < 0 || is < 0) return { kind: `${keyword}-changed`, before, after };
  return {
    kind: is > was ? "limit-loosened" : "limit-tightened",
    before: `format ${before}`,
    after: `format ${after}`,
  };
}

function plainText(value: unknown): string | undefined {
  return typeof value === "string" ? value : valueText(value);
}

/** As JSON, so that `30` and `"30"` are two values. */
function valueText(value: unknown): string | undefined {
  return JSON.stringify(sorted(value));
}
