import type MarkdownIt from "markdown-it";
import type { Subject } from "./headings.ts";
import { plainText } from "./headings.ts";
import type { State, Token } from "./tokens.ts";

/** A parameter or a field of a table of the reference, with those below it. */
export interface FieldItem {
  /** `inbound.channel_limit` */
  readonly path: string;
  /** Its anchor, the same in every language: `callControlApplications.create.inbound.channel_limit`. */
  readonly id: string;
  /** What the table calls its type: `"a" | "b"`. */
  readonly type: string;
  /** What the table says where it is required: its head, `Required`. */
  readonly required: string;
  /** The description, as inline tokens. */
  readonly about: Token;
  readonly below: FieldItem[];
  /** Where the fields below are told, in place of here: a field above on the page that has the same ones. */
  readonly like?: FieldItem;
}

/** What a field list's `meta` holds. */
export interface FieldList {
  readonly items: readonly FieldItem[];
}

/** An object of at least so many fields is told once a page. */
const fewestShared = 12;

/**
 * Makes a table of fields, which is one whose first two columns are nothing but code, a `field_list` token, with `a.b` below
 * `a`. Anchors begin with the operation or the event that the section is about.
 */
export function fieldLists(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.after("headings", "field_lists", (state: State) => {
    const tokens: Token[] = [];
    const taken = new Set<string>();
    const told = new Map<string, FieldItem>();
    let scope = "";
    for (let index = 0; index < state.tokens.length; index++) {
      const token = state.tokens[index] as Token;
      if (token.type === "heading_open") scope = scopeOf(token, scope);
      const end = token.type === "table_open" ? endOf(state.tokens, index) : index;
      const items = end > index ? itemsOf(state.tokens.slice(index, end), scope, taken) : undefined;
      if (items === undefined) {
        tokens.push(token);
        continue;
      }
      const list = new state.Token("field_list", "", 0);
      list.block = true;
      list.meta = { items: items.map((item) => shareFields(item, told)) } satisfies FieldList;
      tokens.push(list);
      index = end;
    }
    state.tokens = tokens;
  });
}

/** The item, without the fields below it where another has told the same. */
function shareFields(item: FieldItem, told: Map<string, FieldItem>): FieldItem {
  if (countBelow(item) >= fewestShared) {
    const text = JSON.stringify(item.below.map((field) => factsOf(field, item.path.length)));
    const like = told.get(text);
    if (like !== undefined) return { ...item, below: [], like };
    told.set(text, item);
  }
  return { ...item, below: item.below.map((field) => shareFields(field, told)) };
}

/** What is told of a field and of those below it, wherever they stand. */
function factsOf({ path, type, required, about, below }: FieldItem, above: number): unknown[] {
  return [path.slice(above), type, required, about.content, below.map((field) => factsOf(field, above))];
}

/** How many fields there are below a field, at any depth. */
export function countBelow({ below }: FieldItem): number {
  return below.reduce((sum, item) => sum + 1 + countBelow(item), 0);
}

/** The operation or the event of the section that a heading begins; smaller headings stay in their section. */
function scopeOf(heading: Token, scope: string): string {
  if (heading.tag > "h3") return scope;
  return (heading.meta as Subject | null)?.key ?? heading.attrGet("id") ?? "";
}

function endOf(tokens: readonly Token[], start: number): number {
  return tokens.findIndex((token, index) => index > start && token.type === "table_close");
}

function itemsOf(table: readonly Token[], scope: string, taken: Set<string>): FieldItem[] | undefined {
  const cells = (kind: string) => table.filter((_, index) => table[index - 1]?.type === kind);
  const heads = cells("th_open").map(plainText);
  const all = cells("td_open");
  const rows = Array.from({ length: all.length / heads.length }, (_, row) =>
    all.slice(row * heads.length, (row + 1) * heads.length),
  );
  if (heads.length !== 4 || rows.length === 0 || !rows.every(([name, type]) => isCode(name) && isCode(type))) return;
  const roots: FieldItem[] = [];
  const open: FieldItem[] = [];
  for (const [name, type, required, about] of rows) {
    const path = plainText(name);
    while (open.length > 0 && !isBelow(path, open.at(-1)?.path ?? "")) open.pop();
    const item: FieldItem = {
      path,
      id: unique(`${scope}.${path.replace(/[^\w.$-]+/g, "")}`, taken),
      type: plainText(type),
      required: plainText(required) === "" ? "" : (heads[2] ?? ""),
      about: about as Token,
      below: [],
    };
    (open.at(-1)?.below ?? roots).push(item);
    open.push(item);
  }
  return roots;
}

function isCode(cell: Token | undefined): boolean {
  return cell?.children?.length === 1 && cell.children[0]?.type === "code_inline";
}

function isBelow(path: string, above: string): boolean {
  return path.startsWith(above) && /^(\[\])*\./.test(path.slice(above.length));
}

function unique(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}
