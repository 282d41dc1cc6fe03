import { markdownProse } from "../../emit/text/markdown.ts";

/** Before these places a hosting site sees a mention, an address or the number of an issue. */
const live = /(?<=[@#])|(?<=:)(?=\/\/)|(?<=www)(?=\.)|(?<=GH)(?=-)/gi;

/**
 * A message in Markdown that is posted where text comes alive: besides being no markup, it calls on nobody, links to
 * nothing and closes no issue. A space without width does it; code stays as it is.
 */
export function inertProse(message: string): string {
  const parts = message.split(/((?<!`)`[^`]+`(?!`))/);
  return markdownProse(parts.map((part, index) => (index % 2 === 1 ? part : part.replace(live, "\u200b"))).join(""));
}
