import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { contentFolder, pagesFolder } from "./folders.ts";
import { pageLinks } from "./page-links.ts";
import { pagePath } from "./page-path.ts";
import { sourceText } from "./source-text.ts";

/** A page of the site. */
export interface Page {
  /** Its path on the site: `zh-CN/guides/errors.md`. */
  readonly path: string;
  /** The file that it is written in, from `packages/`: `docs/guides/zh-CN/errors.md`. */
  readonly source: string;
  /** Its Markdown, complete. */
  readonly text: string;
  /** Whether it stands in for a translation that there is not. */
  readonly isUntranslated?: boolean;
}

/** All pages, as a reader may have them: code is in its place, links lead from page to page. */
export function readPages(): Page[] {
  const folders = ["docs/generated", "docs/guides", "docs/site/pages"].filter((name) =>
    existsSync(join(contentFolder, name)),
  );
  const files = folders.flatMap((folder) =>
    readdirSync(join(contentFolder, folder), { recursive: true }).map(
      (name) => `${folder}/${String(name).split(sep).join("/")}`,
    ),
  );
  const readmes = ["types", "client", "webhooks"].map((name) => `${name}/README.md`);
  const sources = [...files, ...readmes.filter((name) => existsSync(join(contentFolder, name)))];
  return sources.sort().flatMap((source) => {
    const path = pagePath(source);
    return path === undefined ? [] : [{ path, source, text: pageLinks(sourceText(source), source) }];
  });
}

/**
 * Puts the pages where VitePress reads them; writes only what differs. VitePress takes in files by comments, which nothing
 * here asks for, so these are parted by a character that `stripMark` takes out again.
 */
export function stage(pages: readonly Page[]): void {
  for (const { path, text } of pages) {
    const file = join(pagesFolder, path);
    const marked = text.replaceAll("@include", `@${mark}include`);
    if (existsSync(file) && readFileSync(file, "utf8") === marked) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, marked);
  }
  const wanted = new Set(pages.map(({ path }) => path));
  for (const name of readdirSync(pagesFolder, { recursive: true })) {
    const path = String(name).split(sep).join("/");
    if (path.endsWith(".md") && !wanted.has(path)) rmSync(join(pagesFolder, path));
  }
}

/** The path of a staged file on the site. */
export function stagedPath(file: string): string {
  return relative(pagesFolder, file).split(sep).join("/");
}

/** Text of a staged page as it was written. */
export function stripMark(text: string): string {
  return text.replaceAll(mark, "");
}

/** A character for private use, which no page needs. */
const mark = "\ue000";
