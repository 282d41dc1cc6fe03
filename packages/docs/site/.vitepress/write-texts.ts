import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "../content/stage.ts";

/** Writes each page as Markdown, too: `guides/errors.md` beside `guides/errors.html`. */
export function writeTexts(folder: string, pages: readonly Page[]): void {
  for (const { path, text } of pages) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
