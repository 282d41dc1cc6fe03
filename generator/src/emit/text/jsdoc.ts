/**
 * Text for a JSDoc comment: what would end the comment, or start a tag (at the head of a line, after a space, in braces),
 * is kept from doing so, and line breaks of any kind become plain ones.
 */
export function jsdoc(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("*/", "*\u200b/")
    .replace(/(?<![\w\\])@/g, "\\@")
    .trim();
}

/** Code inside a JSDoc comment, between backticks. */
export function jsdocCode(code: string): string {
  return `\`${jsdoc(code).replaceAll("`", "'").replaceAll("\n", " ")}\``;
}

/** A summary as a sentence: with a full stop, unless there is nothing to say. */
export function sentence(summary: string): string {
  return summary === "" || /[.!?]$/.test(summary) ? summary : `${summary}.`;
}
