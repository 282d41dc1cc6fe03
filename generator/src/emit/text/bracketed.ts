/** How a language writes a list or an object. */
export interface Brackets {
  readonly open: string;
  readonly close: string;
  /** What stands between them and the parts on one line. */
  readonly space: string;
  /** What stands after the last of several lines. */
  readonly trailing: string;
}

/** The longest value that stands on one line. */
const widest = 80;

/**
 * Parts between brackets: on one line where it is short, with as many letters as stand before them on it, else a part a
 * line, two spaces deeper than the indent.
 */
export function bracketed(
  { open, close, space, trailing }: Brackets,
  parts: readonly string[],
  indent: string,
  before = 0,
): string {
  if (parts.length === 0) return `${open}${close}`;
  const line = `${open}${space}${parts.join(", ")}${space}${close}`;
  // What holds something that is broken is wider still.
  if (before + line.length <= widest) return line;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(",\n")}${trailing}\n${indent}${close}`;
}
