import type { HeadConfig, PageData } from "vitepress";
import { codeLanguages } from "../code-languages.ts";
import { languages } from "../content/languages.ts";
import { pageLanguage } from "../content/page-path.ts";
import type { Page } from "../content/stage.ts";
import { original, prefix } from "../language-prefix.ts";
import { address } from "../site-address.ts";

/** Chooses, before anything shows, the language of code that was chosen last. */
export const startScript: string = `{
  let code;
  try { code = localStorage.getItem("code-language") } catch {}
  const known = ${JSON.stringify(codeLanguages.map(({ fence }) => fence))};
  document.documentElement.dataset.code = known.includes(code) ? code : known[0];
  if (new URLSearchParams(location.search).has("compare")) document.documentElement.dataset.compare = "";
}`;

/** The links of a page to itself, to its translations and to its Markdown. */
export function headOf({ relativePath }: PageData, pages: readonly Page[]): HeadConfig[] {
  const page = pages.find(({ path }) => path === relativePath);
  if (page === undefined) return [];
  const all = languages();
  const language = pageLanguage(relativePath, all);
  const rest = relativePath.slice(prefix(language).length);
  const translations = all.filter((other) => {
    return pages.some(({ path, isUntranslated }) => path === prefix(other) + rest && isUntranslated !== true);
  });
  const alternates = translations.map((other): HeadConfig => {
    return ["link", { rel: "alternate", hreflang: other, href: pageAddress(prefix(other) + rest) }];
  });
  const standard: HeadConfig[] = translations.includes(original)
    ? [["link", { rel: "alternate", hreflang: "x-default", href: pageAddress(rest) }]]
    : [];
  return [
    ["link", { rel: "canonical", href: pageAddress(page.isUntranslated === true ? rest : relativePath) }],
    ...(alternates.length > 1 ? [...alternates, ...standard] : []),
    ["link", { rel: "alternate", type: "text/markdown", href: new URL(relativePath, address).href }],
  ];
}

function pageAddress(path: string): string {
  return new URL(path.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, ".html"), address).href;
}
