import { readFileSync } from "node:fs";
import { join } from "node:path";
import GithubSlugger from "github-slugger";
import MarkdownIt, { type Token } from "markdown-it";

/** A page of Markdown, as a reader of it sees it. */
export interface MarkdownPage {
  /** From the repository's root: `packages/docs/generated/en/telnyx-voice.md`. */
  readonly path: string;
  /** What is between the first two lines of `---`; absent where the page begins without them. */
  readonly frontMatter?: string;
  /** What comes before the first heading is a section of level 0. */
  readonly sections: readonly Section[];
  /** What can be linked to: the headings, and places that have an id of their own. */
  readonly anchors: ReadonlySet<string>;
}

/** A heading and what stands below it, up to the next heading of any level. */
export interface Section {
  readonly level: number;
  readonly title: string;
  /** The anchor that GitHub gives the heading. */
  readonly slug: string;
  readonly line: number;
  /** The sections that this one belongs to, the widest first. */
  readonly above: readonly Section[];
  /** Its paragraphs and items, as they are written. */
  readonly paragraphs: readonly string[];
  /** The spans of code in these, in order. */
  readonly spans: readonly string[];
  readonly fences: readonly Fence[];
  readonly tables: readonly Table[];
  readonly links: readonly Link[];
}

export interface Fence {
  /** `ts`, `sh`, `json`. */
  readonly language: string;
  readonly code: string;
  readonly line: number;
}

export interface Table {
  readonly line: number;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  /** What a reader sees. */
  readonly text: string;
  /** The spans of code in it. */
  readonly spans: readonly string[];
  readonly links: readonly string[];
}

export interface Link {
  readonly target: string;
  readonly line: number;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Item)[] ? Item[] : Type[Key] };

const parser = new MarkdownIt({ html: true });

/** Reads a page of the repository. */
export function readPage(root: string, path: string): MarkdownPage {
  return markdownPage(path, readFileSync(join(root, path), "utf8"));
}

/** Parses a page as GitHub would. */
export function markdownPage(path: string, text: string): MarkdownPage {
  const [above = "", frontMatter] = /^---\n(.*?)^---\n/ms.exec(text.startsWith("---\n") ? text : "") ?? [];
  const tokens = parser.parse(text.slice(above.length), {});
  const sections = sectionsOf(tokens, above.split("\n").length);
  const ids = tokens.flatMap(idsOf);
  const anchors = new Set([...sections.map(({ slug }) => slug), ...ids]);
  return { path, ...(frontMatter !== undefined && { frontMatter }), sections, anchors };
}

function sectionsOf(tokens: readonly Token[], firstLine: number): Section[] {
  const slugger = new GithubSlugger();
  const sections = [newSection(0, "", "", firstLine, [])];
  let line = firstLine;
  for (const [index, token] of tokens.entries()) {
    // What has no place of its own, such as a cell, is where its row is.
    if (token.map) line = firstLine + token.map[0];
    const section = sections.at(-1) as Mutable<Section>;
    if (token.type === "heading_open") {
      const level = Number(token.tag.slice(1));
      const title = textOf(tokens[index + 1]);
      const above = [...section.above, section].filter((one) => one.level > 0 && one.level < level);
      sections.push(newSection(level, title, slugger.slug(title), line, above));
    } else if (token.type === "fence") {
      section.fences.push({ language: token.info.trim(), code: token.content, line });
    } else if (token.type === "table_open") {
      section.tables.push(tableOf(tokens.slice(index), line));
    } else if (token.type === "inline") {
      section.links.push(...linksOf(token).map((target) => ({ target, line })));
      // Cells have their place in a table, and a heading has its title.
      if (tokens[index - 1]?.type !== "paragraph_open") continue;
      section.paragraphs.push(token.content);
      section.spans.push(...spansOf(token));
    }
  }
  return sections;
}

function newSection(level: number, title: string, slug: string, line: number, above: Section[]): Mutable<Section> {
  return { level, title, slug, line, above, paragraphs: [], spans: [], fences: [], tables: [], links: [] };
}

function tableOf(tokens: readonly Token[], line: number): Table {
  const own = tokens.slice(
    0,
    tokens.findIndex(({ type }) => type === "table_close"),
  );
  const rows: Cell[][] = [];
  for (const [index, { type }] of own.entries()) {
    if (type === "tr_open") rows.push([]);
    if (type === "td_open" || type === "th_open") {
      const content = own[index + 1];
      rows.at(-1)?.push({ text: textOf(content), spans: spansOf(content), links: linksOf(content) });
    }
  }
  const [head = [], ...body] = rows;
  return { line, head: head.map(({ text }) => text), rows: body };
}

function textOf(token: Token | undefined): string {
  const parts = (token?.children ?? []).map(({ type, content }) => (type === "softbreak" ? " " : content));
  return parts.join("");
}

function spansOf(token: Token | undefined): string[] {
  return (token?.children ?? []).flatMap(({ type, content }) => (type === "code_inline" ? [content] : []));
}

function linksOf(token: Token | undefined): string[] {
  return (token?.children ?? []).flatMap((child) => {
    const target = child.attrGet(child.type === "image" ? "src" : "href");
    return target === null ? [] : [target];
  });
}

function idsOf(token: Token): string[] {
  const html = [token, ...(token.children ?? [])].filter(({ type }) => /^html_(block|inline)$/.test(type));
  return html.flatMap(({ content }) => [...content.matchAll(/^<a id="([^"]+)"/gm)].map(([, id = ""]) => id));
}
