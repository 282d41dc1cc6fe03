import type { Finding } from "../change.ts";
import type { FlatSchema } from "../flat-schema.ts";
import { sorted } from "../sorted.ts";

/** Formats of numbers that let through more than those before them. */
const widths: readonly (readonly string[])[] = [
  ["int32", "int64"],
  ["float", "double"],
];

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
  const width =
    keyword === "format" ? widths.find((names) => names.includes(before) && names.includes(after)) : undefined;
  if (width === undefined) return { kind: `${keyword}-changed`, before, after };
  const isWider = width.indexOf(after) > width.indexOf(before);
  return { kind: isWider ? "limit-loosened" : "limit-tightened", before: `format ${before}`, after: `format ${after}` };
}

function plainText(value: unknown): string | undefined {
  return typeof value === "string" ? value : valueText(value);
}

/** As JSON, so that `30` and `"30"` are two values. */
function valueText(value: unknown): string | undefined {
  return JSON.stringify(sorted(value));
}
