import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TextFile } from "../content/text-files.ts";

/** Writes files of text beside the pages: `guides/errors.md` beside `guides/errors.html`. */
export function writeTexts(folder: string, files: readonly TextFile[]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
