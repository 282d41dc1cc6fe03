import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MarkdownPage, readPage } from "./markdown-page.ts";

/** The repository's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const folders = [
  "packages/docs/generated",
  "packages/docs/guides",
  "packages/docs/skills",
  "packages/docs/site/pages",
  "generator/docs",
];
const parents = [".", "packages/client", "packages/docs", "packages/docs/site", "packages/types", "packages/webhooks"];

const read = new Map<string, MarkdownPage>();

/** All pages of the project, by path: what the generator wrote, the guides, and what describes packages and project. */
export const pages: readonly MarkdownPage[] = [
  ...parents.flatMap((folder) => markdownIn(folder, false)),
  ...folders.flatMap((folder) => markdownIn(folder, true)),
]
  .sort()
  .map(pageAt);

/** The pages below a folder. */
export function pagesBelow(folder: string): readonly MarkdownPage[] {
  return pages.filter(({ path }) => path.startsWith(`${folder}/`));
}

/** A page by its path from the root; each is parsed once. */
export function pageAt(path: string): MarkdownPage {
  const page = read.get(path) ?? readPage(root, path);
  read.set(path, page);
  return page;
}

/** With `/` between the parts, whatever the system. */
function markdownIn(folder: string, recursive: boolean): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".md")).map((name) => join(folder, name).replaceAll("\\", "/"));
}
