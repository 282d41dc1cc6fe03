import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file by its path below a folder, with `/` between the parts on every system. */
export interface File {
  readonly path: string;
  readonly text: string;
}

/** What stands between a folder and the files that should be in it. */
export interface Changes {
  readonly missing: readonly File[];
  readonly stale: readonly (File & { readonly current: string })[];
  /** Paths of files that nothing makes any more. */
  readonly surplus: readonly string[];
}

/** Compares files with what is on the disk. Only files below the owned folders can be surplus. */
export async function compareFiles(folder: string, files: readonly File[], owned: readonly string[]): Promise<Changes> {
  const missing: File[] = [];
  const stale: (File & { current: string })[] = [];
  for (const file of files) {
    const current = await readFile(join(folder, file.path), "utf8").catch(ignoreAbsence);
    if (current === undefined) missing.push(file);
    else if (current !== file.text) stale.push({ ...file, current });
  }
  const wanted = new Set(files.map((file) => file.path));
  const present = (await Promise.all(owned.map((path) => filesBelow(folder, path)))).flat();
  return { missing, stale, surplus: present.filter((path) => !wanted.has(path)).sort() };
}

/**
 * Writes files below a folder and removes others, all or nothing as far as a file system allows: every file is first
 * written in full beside its place, and only when all are there do they move into place.
 */
export async function writeFiles(
  folder: string,
  files: readonly File[],
  surplus: readonly string[] = [],
): Promise<void> {
  const staged: { temporary: string; target: string }[] = [];
  try {
    for (const { path, text } of files) {
      const target = join(folder, path);
      const temporary = `${target}.${process.pid}.tmp`;
      await mkdir(dirname(target), { recursive: true });
      staged.push({ temporary, target });
      await writeFile(temporary, text);
    }
    // Whatever would stop a move or a removal is found before the first of them.
    for (const target of [...staged.map(({ target }) => target), ...surplus.map((path) => join(folder, path))]) {
      if ((await stat(target).catch(ignoreAbsence))?.isDirectory())
        throw Object.assign(new Error(), { code: "EISDIR" });
    }
  } catch (error) {
    await Promise.all(staged.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
  for (const { temporary, target } of staged) await rename(temporary, target);
  for (const path of surplus) await rm(join(folder, path), { force: true });
}

async function filesBelow(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(ignoreAbsence);
  const nested = (entries ?? []).map((entry) => {
    const below = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, below) : [below];
  });
  return (await Promise.all(nested)).flat();
}

function ignoreAbsence(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
