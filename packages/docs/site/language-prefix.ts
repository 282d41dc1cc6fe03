/** The language at the root of the site; the others are translations of it. */
export const original = "en";

/** Where the pages of a language begin: `` for the original, `zh-CN/` for a translation. */
export function prefix(language: string): string {
  return language === original ? "" : `${language}/`;
}
