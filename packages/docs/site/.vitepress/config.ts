import { mkdirSync } from "node:fs";
import type MarkdownIt from "markdown-it";
import { defineConfig, type PageData, type SiteConfig } from "vitepress";
import { pagesFolder } from "../content/folders.ts";
import { languages } from "../content/languages.ts";
import { pageLanguage } from "../content/page-path.ts";
import { sitePages } from "../content/site-pages.ts";
import { stage } from "../content/stage.ts";
import { textFiles } from "../content/text-files.ts";
import { original, prefix } from "../language-prefix.ts";
import { codeColours } from "../markdown/code-colours.ts";
import { inertMarkdown, referenceMarkdown } from "../markdown/reference-markdown.ts";
import { searchOptions } from "../search/search-options.ts";
import { searchSections } from "../search/search-sections.ts";
import { address } from "../site-address.ts";
import { searchWords } from "../words/theme-words.ts";
import { headOf, startScript } from "./head.ts";
import { localeOf } from "./locale.ts";
import { restage } from "./restage.ts";
import { steadyHtml } from "./steady-html.ts";
import { unusedStyles } from "./unused-styles.ts";
import { writeTexts } from "./write-texts.ts";

const all = languages();
const pages = sitePages();
mkdirSync(pagesFolder, { recursive: true });
stage(pages);
const colours = await codeColours();

/** Whether a page is there in all languages, each in its own words. */
function isTranslated(path: string): boolean {
  const rest = path.slice(prefix(pageLanguage(path, all)).length);
  return all.every((language) =>
    pages.some((page) => page.path === prefix(language) + rest && page.isUntranslated !== true),
  );
}

function isUntranslated(path: string): boolean {
  return pages.find((page) => page.path === path)?.isUntranslated === true;
}

function isStopgap(url: string): boolean {
  return isUntranslated(url.replace(/\.html$/, ".md"));
}

// biome-ignore lint/style/noDefaultExport: VitePress reads it so.
export default defineConfig({
  srcDir: ".cache/pages",
  outDir: "dist",
  cacheDir: ".cache/vitepress",
  base: address.pathname,
  title: "telnyx-voice",
  lang: original,
  locales: Object.fromEntries(
    all.map((language) => [language === original ? "root" : language, localeOf(language, pages)]),
  ),
  head: [["script", {}, startScript]],
  metaChunk: true,
  // A reference page is heavy: it comes when it is asked for.
  router: { prefetchLinks: false },
  sitemap: {
    hostname: address.href,
    transformItems: (items) => items.filter(({ url }) => !isStopgap(url)),
  },
  markdown: {
    html: false,
    linkify: false,
    attrs: { disable: true },
    highlight: (code, language) => colours(code, language),
    // Links to headings and to fields are made in the browser: they would be a sixth of a page.
    anchor: { level: [1, 2, 3, 4], permalink: () => {}, tabIndex: false },
    config: (markdownIt) => {
      // VitePress has a copy of markdown-it of its own, with the same types.
      const own = markdownIt as unknown as MarkdownIt;
      referenceMarkdown(own, (env) => pageLanguage((env as { relativePath: string }).relativePath, all));
      inertMarkdown(own, ({ relativePath }) => (isUntranslated(relativePath) ? original : undefined));
    },
  },
  vite: { plugins: [restage()], css: { postcss: { plugins: [unusedStyles] } }, build: { chunkSizeWarningLimit: 5000 } },
  transformHead: ({ pageData }) => headOf(pageData, pages),
  transformPageData: ({ title, relativePath, frontmatter }: PageData) => ({
    // VitePress puts the title into a script of the page as it is.
    title: title.replaceAll("<", "‹"),
    frontmatter: { ...frontmatter, isTranslated: isTranslated(relativePath) },
  }),
  transformHtml: (html) => steadyHtml(html),
  buildEnd: ({ outDir }: SiteConfig) => writeTexts(outDir, [...pages, ...textFiles()]),
  themeConfig: {
    search: {
      provider: "local",
      options: {
        detailedView: false,
        locales: Object.fromEntries(
          all.map((language) => [language === original ? "root" : language, { translations: searchWords(language) }]),
        ),
        miniSearch: {
          ...searchOptions,
          _splitIntoSections: (file: string) => searchSections(file),
        },
        _render: () => "",
      },
    },
  },
});
