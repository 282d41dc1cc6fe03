import { lstatSync, readFileSync } from "node:fs";
import { readdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { ifThere, ignoreAbsence } from "./journal/if-there.ts";
import { carryOut, decide, discard, makeFolder, openJournal, wait } from "./journal/journal.ts";
import { checkPlaces, foldersOf, type Owns, ownsAll, refuseLinks } from "./journal/owned-paths.ts";

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

/**
 * Compares files with what is on the disk. Only files below the owned folders can be surplus. A link in the place of a
 * file is not read: the file is missing. Throws a `Refusal` where a link stands in the place of a folder. Here as in
 * `writeFiles`, loops over files use the synchronous calls: awaiting hundreds of them is slower.
 */
export async function compareFiles(folder: string, files: readonly File[], owned: readonly string[]): Promise<Changes> {
  refuseLinks(folder, [...owned, ...foldersOf(files.map(({ path }) => path))]);
  const present = (await Promise.all(owned.map((path) => filesBelow(folder, path)))).flat();
  const unread = new Set(present.filter(({ isRead }) => !isRead).map(({ path }) => path));
  const missing: File[] = [];
  const stale: (File & { current: string })[] = [];
  for (const file of files) {
    const read = () => readFileSync(join(folder, file.path), "utf8");
    const current = unread.has(file.path) ? undefined : ifThere(read);
    if (current === undefined) missing.push(file);
    else if (current !== file.text) stale.push({ ...file, current });
  }
  const wanted = new Set(files.map((file) => file.path));
  const surplus = present.map(({ path }) => path).filter((path) => !wanted.has(path));
  return { missing, stale, surplus: surplus.sort() };
}

/**
 * Writes files below a folder and removes others, all or nothing, and only such as the command owns. Every file is first
 * written in full into a journal, and its folder made: what needs room on the disk is done by then. Once the plan stands
 * beside them the write counts as done, and a run that is killed while it moves the files into place is finished by
 * `recover`. Two runs write one after the other. Throws a `Refusal` for a link in the place of a folder, for a journal
 * that is none of the user's, and where another run makes no progress.
 */
export async function writeFiles(
  folder: string,
  files: readonly File[],
  surplus: readonly string[],
  owns: Owns,
): Promise<void> {
  const removals = surplus.filter((path) => ifThere(() => lstatSync(join(folder, path))) !== undefined);
  if (files.length + removals.length === 0) return;
  const targets = files.map(({ path }) => path);
  const paths = [...targets, ...removals];
  if (!ownsAll(folder, paths, owns)) throw new Error(`not all of these are to be written: ${paths.join(", ")}`);
  await openJournal(folder, owns);
  const made: string[] = [];
  try {
    checkPlaces(folder, paths);
    for (const [number, { text }] of files.entries()) wait(folder, number, text);
    for (const path of foldersOf(targets)) if (await makeFolder(join(folder, path))) made.push(join(folder, path));
    await decide(folder, { targets, surplus: removals });
  } catch (error) {
    await discard(folder);
    // Another program may have put something there meanwhile.
    for (const path of made.reverse()) await rmdir(path).catch(() => {});
    throw error;
  }
  await carryOut(folder, { targets, surplus: removals });
}

/** What stands below a folder that is no folder; only files can be read, not links and whatever else there is. */
async function filesBelow(folder: string, path: string): Promise<{ path: string; isRead: boolean }[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(ignoreAbsence);
  const nested = (entries ?? []).map((entry) => {
    const below = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, below) : [{ path: below, isRead: entry.isFile() }];
  });
  return (await Promise.all(nested)).flat();
}
