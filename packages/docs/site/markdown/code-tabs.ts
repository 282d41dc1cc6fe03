import type MarkdownIt from "markdown-it";
import { codeLanguages } from "../code-languages.ts";
import { wordsOf } from "../words/words-of.ts";
import { htmlText } from "./html-text.ts";
import type { State, Token } from "./tokens.ts";

/**
 * Makes tabs of blocks of code that follow each other, each in another language, the first in the first of them. Which one
 * shows is up to the stylesheet, so that it is the chosen one from the beginning.
 */
export function codeTabs(markdownIt: MarkdownIt): void {
  markdownIt.core.ruler.push("code_tabs", (state: State) => {
    const tokens: Token[] = [];
    for (let index = 0; index < state.tokens.length; index++) {
      const run = runAt(state.tokens, index);
      if (run.length < 2) {
        tokens.push(state.tokens[index] as Token);
        continue;
      }
      tokens.push(...withTabs(state, run));
      index += run.length - 1;
    }
    state.tokens = tokens;
  });
}

function runAt(tokens: readonly Token[], start: number): Token[] {
  const run: Token[] = [];
  const seen = new Set<string>();
  for (let index = start; tokens[index]?.type === "fence"; index++) {
    const token = tokens[index] as Token;
    const name = languageOf(token);
    if (name === undefined || seen.has(name) || (run.length === 0 && name !== codeLanguages[0].fence)) break;
    seen.add(name);
    run.push(token);
  }
  return run;
}

/** The language of a block of code; commands are in none of them but for calls by curl. */
function languageOf({ info, content }: Token): string | undefined {
  const fence = codeLanguages.find((language) => language.fence === info.trim())?.fence;
  return fence === "sh" && !/\bcurl\b/.test(content) ? undefined : fence;
}

function withTabs(state: State, run: readonly Token[]): Token[] {
  const fences = run.map((token) => token.info.trim());
  const made = (html: string) => Object.assign(new state.Token("made_html", "", 0), { content: html, block: true });
  const bar = Object.assign(new state.Token("code_tab_bar", "", 0), { block: true, meta: fences });
  return [
    made(`<div class="code-tabs ${fences.map((fence) => `has-${fence}`).join(" ")}">`),
    bar,
    ...run.flatMap((token) => [
      made(`<div class="code-panel" data-code="${token.info.trim()}">`),
      token,
      made("</div>"),
    ]),
    made("</div>"),
  ];
}

/** Draws the tabs of code; `languageOf` gives a page's language. */
export function renderTabs(markdownIt: MarkdownIt, languageOf: (env: unknown) => string): void {
  markdownIt.renderer.rules["code_tab_bar"] = (tokens, index, _options, env) => {
    const fences = tokens[index]?.meta as readonly string[];
    const buttons = codeLanguages
      .filter(({ fence }) => fences.includes(fence))
      .map(({ fence, title }, place) => {
        return `<button type="button" class="code-tab" data-code="${fence}" aria-pressed="${place === 0}">${title}</button>`;
      });
    const label = htmlText(wordsOf(languageOf(env)).languageOfCode);
    // A role is set in the browser: Vue takes no part of a page that has one for static.
    return `<div class="code-tab-bar" data-label="${label}">${buttons.join("")}</div>`;
  };
}
