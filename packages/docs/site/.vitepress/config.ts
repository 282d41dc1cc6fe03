import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import type MarkdownIt from "markdown-it";
import { defineConfig, type PageData, type SiteConfig } from "vitepress";
import { contentFolder, pagesFolder } from "../content/folders.ts";
import { languages } from "../content/languages.ts";
import { pageLanguage } from "../content/page-path.ts";
import { sitePages } from "../content/site-pages.ts";
import { stage } from "../content/stage.ts";
import { original } from "../language-prefix.ts";
import { codeColours } from "../markdown/code-colours.ts";
import { inertMarkdown, referenceMarkdown } from "../markdown/reference-markdown.ts";
import { queryTokens } from "../search/query-tokens.ts";
import { searchSections } from "../search/search-sections.ts";
import { searchTokens } from "../search/search-tokens.ts";
import { address } from "../site-address.ts";
import { searchWords } from "../words/theme-words.ts";
import { headOf, startScript } from "./head.ts";
import { localeOf } from "./locale.ts";
import { restage } from "./restage.ts";
import { writeTexts } from "./write-texts.ts";

const all = languages();
const pages = sitePages();
mkdirSync(pagesFolder, { recursive: true });
stage(pages);
const colours = await codeColours();

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
  sitemap: { hostname: address.href },
  markdown: {
    html: false,
    linkify: false,
    attrs: { disable: true },
    highlight: (code, language) => colours(code, language),
    anchor: { level: [1, 2, 3, 4] },
    config: (markdownIt) => {
      // VitePress has a copy of markdown-it of its own, with the same types.
      const own = markdownIt as unknown as MarkdownIt;
      referenceMarkdown(own, (env) => pageLanguage((env as { relativePath: string }).relativePath, all));
      inertMarkdown(own);
    },
  },
  vite: { plugins: [restage()] },
  transformHead: ({ pageData }) => headOf(pageData, pages),
  transformPageData: (data: PageData) => ({ description: data.description || "" }),
  buildEnd: ({ outDir }: SiteConfig) => {
    writeTexts(outDir, pages);
    const llms = `${contentFolder}/docs/generated/llms.txt`;
    if (existsSync(llms)) copyFileSync(llms, `${outDir}/llms.txt`);
  },
  themeConfig: {
    search: {
      provider: "local",
      options: {
        detailedView: false,
        locales: Object.fromEntries(
          all.map((language) => [language === original ? "root" : language, { translations: searchWords(language) }]),
        ),
        miniSearch: {
          options: { tokenize: searchTokens },
          searchOptions: {
            tokenize: queryTokens,
            combineWith: "AND",
            prefix: true,
            fuzzy: (term: string) => (term.length > 4 && /^[a-z]+$/.test(term) ? 0.2 : false),
            boost: { title: 4, titles: 1, text: 1 },
            // Operations and events come before their fields, whose anchors have dots; what changed once comes last.
            boostDocument: (id: string) => (/api-changes/.test(id) ? 0.2 : /#[^.]+$/.test(id) ? 3 : 1),
          },
          _splitIntoSections: (file: string) => searchSections(file),
        },
        _render: () => "",
      },
    },
  },
});
