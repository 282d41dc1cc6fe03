import { catalogues } from "./catalogue.ts";
import { languages } from "./languages.ts";
import { type Page, readPages } from "./stage.ts";

/** All pages of the site: those that are written, in the order of the reference's index, and the catalogues made of them. */
export function sitePages(): Page[] {
  const pages = readPages();
  return [...pages, ...languages().flatMap((language) => catalogues(pages, language))];
}
