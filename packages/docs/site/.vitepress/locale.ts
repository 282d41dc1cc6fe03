import type { DefaultTheme, LocaleSpecificConfig } from "vitepress";
import { inIndexOrder } from "../content/index-order.ts";
import { readSections } from "../content/read-sections.ts";
import type { Page } from "../content/stage.ts";
import { original, prefix } from "../language-prefix.ts";
import { htmlText } from "../markdown/html-text.ts";
import { themeWords } from "../words/theme-words.ts";
import { wordsOf } from "../words/words-of.ts";

/** VitePress's settings for a language: its words, and the menus made of its pages. */
export function localeOf(
  language: string,
  pages: readonly Page[],
): LocaleSpecificConfig<DefaultTheme.Config> & { label: string } {
  const words = wordsOf(language);
  const link = (path: string) => `/${prefix(language)}${path}`;
  const has = (path: string) => pages.some((page) => page.path === prefix(language) + path);
  const reference = entries(`${prefix(language)}reference/`, pages, words.overview);
  const guides = entries(`${prefix(language)}guides/`, pages, words.overview);
  const packages = entries(`${prefix(language)}packages/`, pages, words.overview);
  const sidebar: DefaultTheme.SidebarItem[] = [
    { text: words.guides, items: guides },
    {
      text: words.reference,
      items: [
        ...reference.slice(0, 1),
        ...(has("operations.md") ? [{ text: words.operations, link: link("operations.html") }] : []),
        ...(has("events.md") ? [{ text: words.events, link: link("events.html") }] : []),
        ...reference.slice(1),
      ],
    },
    { text: words.packages, items: packages },
  ].filter(({ items }) => items.length > 0);
  const nav: DefaultTheme.NavItem[] = [
    ...(guides[0] === undefined
      ? []
      : [{ text: words.guides, link: guides[0].link, activeMatch: `^${link("guides/")}` }]),
    { text: words.reference, link: link("reference/"), activeMatch: `^${link("reference/")}` },
    { text: words.operations, link: link("operations.html") },
    { text: words.events, link: link("events.html") },
  ];
  return {
    label: words.label,
    lang: language,
    ...(language === original ? {} : { link: link("") }),
    description: words.description,
    themeConfig: { ...themeWords(language), nav, sidebar, outline: { level: [2, 3], label: words.onThisPage } },
  };
}

interface Entry {
  readonly text: string;
  readonly link: string;
}

/** The pages of a folder, with their titles, which VitePress takes for HTML; the index is an overview. */
function entries(folder: string, pages: readonly Page[], overview: string): Entry[] {
  return inIndexOrder(folder, pages).map((page) => ({
    text: page.path === `${folder}index.md` ? overview : htmlText(titleOf(page)),
    link: `/${page.path.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, ".html")}`,
  }));
}

function titleOf({ text, path }: Page): string {
  return readSections(text).find(({ level }) => level === 1)?.title ?? path;
}
