import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The files of a specs folder, wherever they lie. */
export interface SpecsFiles {
  /** The names in a folder below the specs; none where it is absent. */
  list(folder: string): Promise<readonly string[]>;
  /** A file's text; undefined where it is absent. Rejects where it is there and cannot be read. */
  read(path: string): Promise<string | undefined>;
}

/** The files of a folder on the disk. */
export function filesIn(folder: string): SpecsFiles {
  return {
    list: (below) => readdir(join(folder, below)).catch(() => []),
    read: (path) =>
      readFile(join(folder, path), "utf8").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      }),
  };
}
