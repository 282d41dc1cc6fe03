import { createTwoFilesPatch } from "diff";
import type { Comparison, Difference } from "./compare.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import type { Changes } from "./write.ts";

/** Marks a text for a terminal; the identity where there is none. */
export type Paint = (colour: "red" | "yellow" | "green" | "dim" | "bold", text: string) => string;

const colours: Readonly<Record<Severity, Parameters<Paint>[0]>> = { error: "red", debt: "yellow", warning: "dim" };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is made visible
const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text as one line for a terminal: what would move its cursor, colour it, break the line or turn the direction of what
 * follows is written as `\u001b`. Names and texts of a document come this way, and may hold anything.
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same for a text of several lines, whose breaks stay. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** A value as JSON in several lines. JSON itself escapes but a part of what a terminal acts upon; escaped, it is the same. */
export function jsonText(value: unknown): string {
  return visibleLines(JSON.stringify(value, null, 2));
}

/** One diagnostic in two lines: severity, code, place and message; then what to do. */
export function diagnosticText(diagnostic: Diagnostic, paint: Paint): string {
  return `${diagnosticHead(diagnostic, paint)}\n  ${visible(`${diagnostic.message} ${diagnostic.fix}`)}`;
}

/** The same in one line. */
export function diagnosticLine(diagnostic: Diagnostic, paint: Paint): string {
  return `${diagnosticHead(diagnostic, paint)}: ${visible(`${diagnostic.message} ${diagnostic.fix}`)}`;
}

function diagnosticHead({ severity, code, file, pointer }: Diagnostic, paint: Paint): string {
  const place = visible([file, pointer].filter((part) => part !== undefined).join(" "));
  return `${paint(colours[severity], severity)} ${paint("bold", code)}${place === "" ? "" : ` at ${place}`}`;
}

/** How many of each severity there are: `2 errors, 1 debt`. */
export function severityCounts(diagnostics: readonly Diagnostic[]): string {
  const counts = (["error", "debt", "warning"] as const).map((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? "" : `${count} ${severity}${count === 1 ? "" : "s"}`;
  });
  return counts.filter((text) => text !== "").join(", ");
}

/** What is new, gone and changed between two contracts; names for the first two, names or a count for the last. */
export function comparisonText(comparison: Comparison, paint: Paint): string {
  const lines = (["operations", "events", "schemas"] as const).flatMap((part) =>
    differenceLines(part, comparison[part], paint),
  );
  return lines.join("\n");
}

function differenceLines(part: string, { added, removed, changed }: Difference, paint: Paint): string[] {
  const head = `${part}: ${added.length} new, ${removed.length} gone, ${changed.length} changed`;
  if (added.length + removed.length + changed.length === 0) return [];
  return [
    head,
    ...shorten(added).map((name) => paint("green", `  + ${visible(name)}`)),
    ...shorten(removed).map((name) => paint("red", `  - ${visible(name)}`)),
    ...(part === "schemas" ? [] : shorten(changed).map((name) => paint("dim", `  ~ ${visible(name)}`))),
  ];
}

const longest = 12;

/** The first names of a list, and how many more there are. */
export function shorten(names: readonly string[]): readonly string[] {
  return names.length <= longest ? names : [...names.slice(0, longest), `and ${names.length - longest} more`];
}

/** Unified diffs of what is stale, and the names of what is missing or surplus. */
export function changesText({ missing, stale, surplus }: Changes): string {
  const patches = stale.map(({ path, current, text }) => {
    const [before, after] = [visibleLines(current), visibleLines(text)];
    return createTwoFilesPatch(visible(path), visible(path), before, after, "on disk", "generated");
  });
  return [
    ...missing.map(({ path }) => `missing: ${visible(path)}`),
    ...stale.map(({ path }) => `stale: ${visible(path)}`),
    ...surplus.map((path) => `surplus: ${visible(path)}`),
    ...patches,
  ].join("\n");
}

/** The option or command that a mistyped one is nearest to, if any is near. */
export function nearest(text: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((name) => ({ name, steps: distance(text, name) }))
    .sort((left, right) => left.steps - right.steps);
  return best !== undefined && best.steps <= Math.max(2, text.length / 3) ? best.name : undefined;
}

/** How many letters must be put in, left out or changed to make one text of the other (Levenshtein). */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= right.length; column++) {
      const change = (row[column - 1] ?? 0) + (letter === right[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
