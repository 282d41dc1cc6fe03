import type MarkdownIt from "markdown-it";
import { htmlText } from "./html-text.ts";
import type { State, Token } from "./tokens.ts";

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
 * operation by the line below (`POST /calls` · `client.calls.dial`), an event by its name in code. A line before it may give a heading another id.
 */
export function headings(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.after("inline", "headings", (state: State) => {
    const taken = new Map<string, number>();
    const tokens: Token[] = [];
    let given: string | undefined;
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "heading_open") {
        describe(token, state.tokens.slice(index + 1, index + 6), given, taken);
      }
      tokens.push(token);
      given = tokens.at(-3)?.type === "paragraph_open" ? idBefore(tokens.at(-2)) : undefined;
      if (given !== undefined) tokens.length -= 3;
    }
    state.tokens = tokens;
  });
}

function describe(
  heading: Token,
  following: readonly Token[],
  given: string | undefined,
  taken: Map<string, number>,
): void {
  const [title, , open, below] = following;
  const own = unique(slug(plainText(title)), taken);
  heading.attrSet("id", given ?? own);
  if (given !== undefined && title !== undefined) title.children?.push(anchor(heading, own));
  const subject = heading.tag === "h3" ? subjectOf(title, below) : undefined;
  if (subject === undefined) return;
  heading.meta = subject;
  heading.attrSet("data-key", subject.key);
  if (subject.kind === "operation" && open !== undefined && below !== undefined) lineOfOperation(open, below, subject);
}

/** Something more to be linked to: links by the title of a heading go on to work where it was given an id. */
function anchor(beside: Token, id: string): Token {
  const made = new (beside.constructor as TokenClass)("made_html", "", 0);
  made.content = `<span id="${htmlText(id)}"></span>`;
  return made;
}

type TokenClass = new (type: string, tag: string, nesting: 0) => Token;

/** The id that a line of its own gives to the heading below: `<a id="operation-dial"></a>`, as GitHub has it. */
function idBefore(inline: Token | undefined): string | undefined {
  return /^<a id="([\w.-]+)"><\/a>$/.exec(inline?.content ?? "")?.[1];
}

/** The text of inline tokens, without markup. */
export function plainText(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .map(({ type, content }) => (/break$/.test(type) ? " " : type === "made_html" ? "" : content))
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
  const [only, ...rest] = (title?.children ?? []).filter(
    ({ type, content }) => type !== "made_html" && (type !== "text" || content !== ""),
  );
  if (only?.type !== "code_inline" || rest.length > 0 || !/^[\w.-]+$/.test(only.content)) return undefined;
  return { kind: "event", key: only.content };
}

/** Shows method, path and client method as what they are. */
function lineOfOperation(open: Token, inline: Token, { key, method = "", path = "" }: Subject): void {
  const [first] = inline.children ?? [];
  if (open.type !== "paragraph_open" || first === undefined) return;
  open.attrSet("class", "operation");
  const shown = new (first.constructor as TokenClass)("made_html", "", 0);
  shown.content =
    `<span class="method ${htmlText(method.toLowerCase())}">${htmlText(method)}</span> ` +
    `<code class="path">${htmlText(path)}</code> <code class="accessor">client.${htmlText(key)}</code>`;
  inline.children = [shown];
}
