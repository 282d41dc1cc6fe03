import type MarkdownIt from "markdown-it";
import { stripMark } from "../content/stage.ts";
import { codeTabs, renderTabs } from "./code-tabs.ts";
import { fieldLists } from "./field-list.ts";
import { headings } from "./headings.ts";
import { htmlText } from "./html-text.ts";
import { renderFields } from "./render-fields.ts";

/**
 * Markdown as the site reads it: with subjects, lists of fields and tabs of code. All of a page is text: neither HTML, nor
 * what Vue would take for an expression or a component, nor any of VitePress's short forms means anything in it.
 *
 * @param languageOf - the language of a page, by the environment that it is rendered in
 */
export function referenceMarkdown(markdownIt: MarkdownIt, languageOf: (env: unknown) => string): void {
  markdownIt.set({ html: false, linkify: false });
  markdownIt.core.ruler.before("normalize", "strip_mark", (state) => {
    state.src = stripMark(state.src);
  });
  markdownIt.core.ruler.after("block", "plain_info", ({ tokens }) => {
    // VitePress makes a class of it as it is.
    for (const token of tokens) if (token.type === "fence") token.info = /^[\w+-]*/.exec(token.info.trim())?.[0] ?? "";
  });
  markdownIt.use(headings).use(fieldLists).use(codeTabs);
  renderFields(markdownIt, languageOf);
  renderTabs(markdownIt, languageOf);
  // Long names and paths break where they have a joint.
  markdownIt.renderer.rules.code_inline = (tokens, index) => {
    const { content = "" } = tokens[index] ?? {};
    const isName = content.length > 18 && /^[\w./{}[\] -]+$/.test(content);
    if (isName) return `<code>${content.replace(/[/._](?=\w)|[a-z](?=[A-Z])/g, "$&<wbr>")}</code>`;
    return `<code${content.length > 30 ? ' class="long"' : ""}>${htmlText(content)}</code>`;
  };
  markdownIt.renderer.rules["made_html"] = (tokens, index) => tokens[index]?.content ?? "";
}

/**
 * Switches off VitePress's short forms and makes what is rendered inert for Vue.
 *
 * @param languageOf - the language of a page that is written in another than the site shows around it
 */
export function inertMarkdown(
  markdownIt: MarkdownIt,
  languageOf: (env: { readonly relativePath: string }) => string | undefined,
): void {
  const containers = ["tip", "info", "warning", "danger", "details", "v-pre", "raw", "code-group"];
  markdownIt.disable(["emoji", "snippet", "toc", ...containers.map((name) => `container_${name}`)], true);
  const render = markdownIt.render.bind(markdownIt);
  markdownIt.render = (text, env) => {
    const language = languageOf(env);
    return `<div v-pre class="page"${language === undefined ? "" : ` lang="${language}"`}>${render(text, env)}</div>`;
  };
}
