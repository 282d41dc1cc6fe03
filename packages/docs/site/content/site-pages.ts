import { posix } from "node:path";
import { original, prefix } from "../language-prefix.ts";
import { catalogues } from "./catalogue.ts";
import { languages } from "./languages.ts";
import { type Page, readPages } from "./stage.ts";

/**
 * All pages of the site: those that are written, and the catalogues made of them. What has not been translated stands in the
 * other languages as it is, so that every page is there in every language.
 */
export function sitePages(): Page[] {
  const written = readPages();
  const all = languages();
  const pages = [...written, ...all.flatMap((language) => catalogues(written, language))];
  const paths = new Set(pages.map(({ path }) => path));
  const folders = all.filter((language) => language !== original).map(prefix);
  const originals = pages.filter(({ path }) => !folders.some((folder) => path.startsWith(folder)));
  return [...pages, ...folders.flatMap((folder) => originals.flatMap((page) => stopgap(page, folder, paths)))];
}

/** A page as it stands in a language that it is not there in; what it links to is in its own language, if translated. */
function stopgap(page: Page, folder: string, paths: ReadonlySet<string>): Page[] {
  const path = folder + page.path;
  if (paths.has(path)) return [];
  const text = page.text.replace(/\]\((\.\.?\/[^\s()#]+)/g, (_, href: string) => {
    const target = posix.join(posix.dirname(page.path), href);
    const way = posix.relative(posix.dirname(path), paths.has(folder + target) ? target : folder + target);
    return `](${way.startsWith(".") ? way : `./${way}`}`;
  });
  return [{ ...page, path, text, isUntranslated: true }];
}
