import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { contentFolder } from "./folders.ts";
import { pageLinks } from "./page-links.ts";
import { pagePath } from "./page-path.ts";

/** A file of the site that is no page of it. */
export interface TextFile {
  /** Its path on the site: `llms.txt`. */
  readonly path: string;
  readonly text: string;
}

/** What language models are given: the lists of `llms.txt`, and the skills, where there are any. */
export function textFiles(): TextFile[] {
  return ["docs/generated", "docs/skills"]
    .filter((folder) => existsSync(join(contentFolder, folder)))
    .flatMap((folder) =>
      readdirSync(join(contentFolder, folder), { recursive: true }).map(
        (name) => `${folder}/${String(name).split(sep).join("/")}`,
      ),
    )
    .sort()
    .flatMap((source) => {
      const path = filePath(source);
      const file = join(contentFolder, source);
      if (path === undefined || !statSync(file).isFile()) return [];
      const isList = path.endsWith(".txt");
      return { path, text: isList ? listed(readFileSync(file, "utf8"), source) : readFileSync(file, "utf8") };
    });
}

function listed(text: string, source: string): string {
  return pageLinks(text, source, (target) => pagePath(target) ?? filePath(target));
}

function filePath(source: string): string | undefined {
  return /^docs\/generated\/(llms[\w-]*\.txt)$/.exec(source)?.[1] ?? /^docs\/(skills\/.+)$/.exec(source)?.[1];
}
