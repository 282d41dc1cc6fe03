import MarkdownIt from "markdown-it";
import type { FieldItem, FieldList } from "../markdown/field-list.ts";
import { plainText, type Subject } from "../markdown/headings.ts";
import { referenceMarkdown } from "../markdown/reference-markdown.ts";
import type { Token } from "../markdown/tokens.ts";

/** A section of a page: a heading, and what stands below it until the next one. */
export interface Section {
  readonly level: number;
  readonly title: string;
  readonly anchor: string;
  /** The operation or the event that it is about; none for other sections. */
  readonly subject?: Subject;
  /** The paragraphs, list items and table cells, as text. */
  readonly texts: readonly string[];
  readonly fields: readonly FieldItem[];
}

const markdownIt = new MarkdownIt();
referenceMarkdown(markdownIt, () => "en");

/** The sections of a page of Markdown, in order. What precedes its first heading is left out. */
export function readSections(text: string): Section[] {
  const sections: (Section & { texts: string[]; fields: FieldItem[] })[] = [];
  markdownIt.parse(text.replace(/^---\n.*?\n---\n/s, ""), {}).forEach((token, index, tokens) => {
    const last = sections.at(-1);
    if (token.type === "heading_open") sections.push(sectionOf(token, tokens[index + 1]));
    else if (token.type === "field_list") last?.fields.push(...(token.meta as FieldList).items);
    else if (token.type === "inline" && tokens[index - 1]?.type !== "heading_open") last?.texts.push(plainText(token));
  });
  return sections;
}

function sectionOf(heading: Token, title: Token | undefined) {
  return {
    level: Number(heading.tag.slice(1)),
    title: plainText(title),
    anchor: heading.attrGet("id") ?? "",
    ...(heading.meta === null ? {} : { subject: heading.meta as Subject }),
    texts: [],
    fields: [],
  };
}
