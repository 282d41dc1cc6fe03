import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file to be written, by its path below a folder, with `/` between the parts on every system. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files below a folder, all or none as far as a file system allows: every file is first written in full beside
 * its place, and only when all are there do they move into place.
 */
export async function writeFiles(folder: string, files: readonly TextFile[]): Promise<void> {
  const staged: [string, string][] = [];
  for (const { path, text } of files) {
    const target = join(folder, path);
    const temporary = `${target}.${process.pid}.tmp`;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(temporary, text);
    staged.push([temporary, target]);
  }
  for (const [temporary, target] of staged) await rename(temporary, target);
}
