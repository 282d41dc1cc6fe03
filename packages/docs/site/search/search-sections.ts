import { readFileSync } from "node:fs";
import type { Section } from "../content/read-sections.ts";
import { readSections } from "../content/read-sections.ts";
import type { FieldItem } from "../markdown/field-list.ts";
import { htmlText } from "../markdown/html-text.ts";

/** What the index knows as one result; titles are HTML. */
export interface SearchSection {
  readonly anchor?: string;
  readonly titles: string[];
  readonly text: string;
}

/**
 * What can be found on a page: the page, its operations and events, each field that is sent with an operation or that an
 * event brings, and the other sections. Fields of answers are left out: they would bury the others.
 */
export function searchSections(file: string): SearchSection[] {
  let page = "";
  let subject: Section | undefined;
  const found = readSections(readFileSync(file, "utf8")).flatMap((section, index) => {
    if (index === 0) page = htmlText(section.title);
    if (section.level <= 3) subject = section.subject === undefined ? undefined : section;
    const above = subject === undefined ? [page] : [page, htmlText(subject.title)];
    const own =
      section.subject !== undefined || subject === undefined
        ? [index === 0 ? pageItself(section) : sectionItself(section, page)]
        : [];
    const fields = isAnswer(section) ? [] : section.fields.flatMap((field) => fieldSections(field, above));
    return [...own, ...fields];
  });
  // The index takes no anchor twice.
  return [...new Map(found.map((section) => [section.anchor, section])).values()];
}

function pageItself({ title, texts }: Section): SearchSection {
  return { titles: [htmlText(title)], text: texts.join(" ") || title };
}

function sectionItself(section: Section, page: string): SearchSection {
  const { anchor, subject, texts } = section;
  const text = [subject?.key ?? "", ...texts].join(" ");
  return { anchor, titles: [page, titleOf(section)], text };
}

function titleOf({ title, subject }: Section): string {
  if (subject?.kind === "operation")
    return `${htmlText(title)} <code>${htmlText(`${subject.method} ${subject.path}`)}</code>`;
  return `<code>${htmlText(title)}</code>`;
}

/** Headings of answers have a status in every language. */
function isAnswer({ level, title }: Section): boolean {
  return level === 4 && /(?<!\d)[1-5]\d\d(?!\d)/.test(title);
}

function fieldSections(field: FieldItem, above: readonly string[]): SearchSection[] {
  const text = (field.about.children ?? []).map(({ content }) => content).join("");
  const own = { anchor: field.id, titles: [...above, `<code>${htmlText(field.path)}</code>`], text: `${text} ` };
  return [own, ...field.below.flatMap((below) => fieldSections(below, above))];
}
