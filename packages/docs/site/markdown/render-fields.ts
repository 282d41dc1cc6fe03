import type MarkdownIt from "markdown-it";
import { wordsOf } from "../words/words-of.ts";
import { countBelow, type FieldItem, type FieldList } from "./field-list.ts";
import { htmlText } from "./html-text.ts";

/** A list of values longer than this is shown once a page: each of the others leads to the first. */
const mostRepeated = 20;

/**
 * Draws lists of fields: nested ones are folded, and so are long lists of values. `languageOf` gives a page's language;
 * what it is asked with is an object for each page.
 */
export function renderFields(markdownIt: MarkdownIt, languageOf: (env: unknown) => string): void {
  /** By page: the field that has a long list of values, by the list. */
  const shownLists = new WeakMap<object, Map<string, FieldItem>>();

  markdownIt.renderer.rules["field_list"] = (tokens, index, _options, env) => {
    const { items = [] }: Partial<FieldList> = tokens[index]?.meta ?? {};
    return list(items, "", env);
  };

  function list(items: readonly FieldItem[], above: string, env: unknown): string {
    // The envelope of an answer is open: what is in it is what one looks for.
    const isEnvelope = above === "" && items.length <= 2;
    return `<ul class="fields">${items.map((item) => entry(item, above, isEnvelope, env)).join("")}</ul>\n`;
  }

  function entry(item: FieldItem, above: string, isOpen: boolean, env: unknown): string {
    const words = wordsOf(languageOf(env));
    const id = htmlText(item.id);
    const name = item.path.slice(above.length).replace(/^(\[\])*\./, "");
    const about = markdownIt.renderer.renderInline(item.about.children ?? [], markdownIt.options, env);
    const values = alternatives(item.type);
    const isLong = values.length > 4 || item.type.length > 60;
    const type = isLong ? words.oneOf : values.map((value) => `<code>${htmlText(value)}</code>`).join(" | ");
    const head =
      `<a class="name"><code>${htmlText(name)}</code></a> <span class="type">${type}</span>` +
      (item.required === "" ? "" : ` <span class="required">${htmlText(item.required)}</span>`);
    const below =
      item.below.length === 0
        ? ""
        : `<details class="below"${isOpen ? " open" : ""}><summary>${words.fieldsOf(countBelow(item))} <code>${htmlText(name)}</code></summary>${list(item.below, item.path, env)}</details>`;
    const shared =
      item.like === undefined ? "" : linkTo(item.like, words.sameFields(countBelow(item.like), codeOf(item.like)));
    const text = `${about === "" ? "" : `<p>${about}</p>`}${isLong ? valueList(item, values, env) : ""}${shared}`;
    return `<li id="${id}"><div class="field"><div class="head">${head}</div><div class="about">${text}</div></div>${below}</li>`;
  }

  function valueList(item: FieldItem, values: readonly string[], env: unknown): string {
    const words = wordsOf(languageOf(env));
    const first = values.length > mostRepeated ? firstWith(item, Object(env)) : item;
    if (first !== item) {
      return linkTo(first, words.sameValues(values.length, codeOf(first)));
    }
    const shown = values.map((value) => `<li><code>${htmlText(value)}</code></li>`).join("");
    const list = `<ul class="values">${shown}</ul>`;
    return values.length <= 6
      ? list
      : `<details class="more"><summary>${words.values(values.length)}</summary>${list}</details>`;
  }

  /** The first field of the page with the same values, which may be this one. */
  function firstWith(item: FieldItem, env: object): FieldItem {
    const lists = shownLists.get(env) ?? new Map<string, FieldItem>();
    shownLists.set(env, lists);
    const first = lists.get(item.type) ?? item;
    lists.set(item.type, first);
    return first;
  }
}

function codeOf({ path }: FieldItem): string {
  return `<code>${htmlText(path)}</code>`;
}

function linkTo({ id }: FieldItem, text: string): string {
  return `<p><a href="#${htmlText(id)}">${text}</a></p>`;
}

/** The alternatives of a type: `"a | b" | string` are two. */
function alternatives(type: string): string[] {
  return [...type.matchAll(/(?:"(?:[^"\\]|\\.)*"|\([^)]*\)(?:\[\])*|[^|"(])+/g)]
    .map(([text]) => text.trim())
    .filter(Boolean);
}
