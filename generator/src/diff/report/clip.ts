/** The start of a text that is longer than so many characters, with an ellipsis in place of its end. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half of a character outside of the basic plane is none.
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
