import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { htmlPages } from "./broken-links.ts";

/** The bytes of a file of a built site, as `gzip -9` would have it. */
export function weightOf(folder: string, path: string): number {
  return gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
}

/** The page with the most bytes among those whose path begins as given. */
export function heaviestPage(folder: string, prefix: string): string {
  const [heaviest = prefix] = htmlPages(folder)
    .filter((path) => path.startsWith(prefix))
    .map((path) => ({ path, weight: weightOf(folder, path) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ path }) => path);
  return heaviest;
}
