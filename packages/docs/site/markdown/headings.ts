import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it/index.js";
import { htmlText } from "./html-text.ts";

/** What a heading of the reference stands for. */
export interface Subject {
  /** What its anchors begin with, in every language: `calls.dial`, `call.answered`. */
  readonly key: string;
  readonly kind: "operation" | "event";
  /** Of an operation: `POST` and `/calls`. */
  readonly method?: string;
  readonly path?: string;
}

/**
 * Gives each heading the id that GitHub would give it, and in its `meta` the operation or the event that it is about: an
 * operation by the line below (`POST /calls` · `client.calls.dial`), an event by its name in code.
 */
export function headings(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.after("inline", "headings", ({ tokens }: StateCore) => {
    const taken = new Map<string, number>();
    tokens.forEach((token, index) => {
      if (token.type !== "heading_open") return;
      const title = tokens[index + 1];
      token.attrSet("id", unique(slug(plainText(title)), taken));
      const subject = token.tag === "h3" ? subjectOf(title, tokens[index + 4]) : undefined;
      if (subject === undefined) return;
      token.meta = subject;
      token.attrSet("data-key", subject.key);
      if (subject.kind === "operation") lineOfOperation(tokens, index + 3, subject);
    });
  });
}

/** The text of inline tokens, without markup. */
export function plainText(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? " " : content))
    .join("");
}

/** The anchor of a heading, as GitHub makes it. */
export function slug(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

function unique(wanted: string, taken: Map<string, number>): string {
  const count = taken.get(wanted);
  taken.set(wanted, (count ?? 0) + 1);
  return count === undefined ? wanted : unique(`${wanted}-${count}`, taken);
}

function subjectOf(title: Token | undefined, below: Token | undefined): Subject | undefined {
  const spans = (below?.children ?? []).filter(({ type }) => type === "code_inline").map(({ content }) => content);
  const [, method, path] = /^([A-Z]+) (\/\S*)$/.exec(spans[0] ?? "") ?? [];
  const [, accessor] = /^client\.([\w.]+)$/.exec(spans[1] ?? "") ?? [];
  if (method !== undefined && path !== undefined && accessor !== undefined) {
    return { kind: "operation", key: accessor, method, path };
  }
  const [only, ...rest] = (title?.children ?? []).filter(({ type, content }) => type !== "text" || content !== "");
  if (only?.type !== "code_inline" || rest.length > 0 || !/^[\w.-]+$/.test(only.content)) return undefined;
  return { kind: "event", key: only.content };
}

/** Shows method, path and client method as what they are. */
function lineOfOperation(tokens: Token[], index: number, { key, method = "", path }: Subject) {
  const [open, inline] = [tokens[index], tokens[index + 1]];
  if (open?.type !== "paragraph_open" || inline?.type !== "inline") return;
  open.attrSet("class", "operation");
  const [first] = inline.children ?? [];
  const Made = first?.constructor as (new (type: string, tag: string, nesting: 0) => Token) | undefined;
  if (Made === undefined) return;
  const shown = new Made("made_html", "", 0);
  shown.content =
    `<span class="method ${htmlText(method.toLowerCase())}">${htmlText(method)}</span> <code class="path">${htmlText(path ?? "")}</code>` +
    ` <code class="accessor">client.${htmlText(key)}</code>`;
  inline.children = [shown];
}
