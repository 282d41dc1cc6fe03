/** Plain text in Markdown: nothing in it is markup, a table's border or HTML; line breaks become spaces. */
export function markdown(text: string): string {
  return escapeMarkup(oneLine(text));
}

function escapeMarkup(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~&]/g, (character) => `\\${character}`)
    .replace(/^([-+])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Our own wording in Markdown: code between backticks stays code, the rest is plain text. */
export function markdownProse(text: string): string {
  return oneLine(text)
    .split(/((?<!`)`[^`]+`(?!`))/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escapeMarkup(part)))
    .join("");
}

/** A code span that holds any text, inside a table. */
export function code(text: string): string {
  return codeSpan(text).replaceAll("|", "\\|");
}

/** A code span that holds any text, outside of a table; a space where there is no text, since no span is empty. */
export function codeSpan(text: string): string {
  const content = oneLine(text) || " ";
  if (!content.includes("`")) return `\`${content}\``;
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${content} ${fence}`;
}

/** A block of code that holds any text, behind an info string of ours. */
export function codeBlock(info: string, text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}${info}\n${text.replaceAll("\0", "\ufffd")}\n${fence}`;
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function oneLine(text: string): string {
  // Control characters have no meaning in a line of text; a NUL is not even allowed.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.replace(/[\s\u0000-\u001f\u2028\u2029]+/g, " ").trim();
}
