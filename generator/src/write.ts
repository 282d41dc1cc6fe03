import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Diagnostic, diagnose } from "./diagnostic.ts";

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
 * Compares files with what is on the disk. Only files below the owned folders can be surplus. Here as in `writeFiles`,
 * what is done for each of hundreds of files is done at once: to wait for each takes longer than to do it.
 */
export async function compareFiles(folder: string, files: readonly File[], owned: readonly string[]): Promise<Changes> {
  const missing: File[] = [];
  const stale: (File & { current: string })[] = [];
  for (const file of files) {
    const current = ifThere(() => readFileSync(join(folder, file.path), "utf8"));
    if (current === undefined) missing.push(file);
    else if (current !== file.text) stale.push({ ...file, current });
  }
  const wanted = new Set(files.map((file) => file.path));
  const present = (await Promise.all(owned.map((path) => filesBelow(folder, path)))).flat();
  return { missing, stale, surplus: present.filter((path) => !wanted.has(path)).sort() };
}

/** Where, in a folder that is written to, the files wait that are to be moved into place, with the plan of the moves. */
const journalFolder = ".writing";

/** The moves by their number, which is the name of the waiting file, and the paths to remove. */
interface Plan {
  readonly targets: readonly string[];
  readonly surplus: readonly string[];
}

/**
 * Writes files below a folder and removes others, all or nothing. Every file is first written in full into a journal, and
 * its folder made: what needs room on the disk is done by then. Once the plan stands beside them the write counts as done,
 * and a run that is killed while it moves the files into place is finished by `recover`. Two runs write one after the
 * other; one that waits too long fails with `EBUSY`.
 */
export async function writeFiles(
  folder: string,
  files: readonly File[],
  surplus: readonly string[] = [],
): Promise<void> {
  const removals = await present(folder, surplus);
  if (files.length + removals.length === 0) return;
  const journal = join(folder, journalFolder);
  await acquire(folder);
  const made: string[] = [];
  try {
    checkTargets(folder, [...files.map(({ path }) => path), ...removals]);
    for (const [number, { text }] of files.entries()) writeFileSync(join(journal, String(number)), text);
    for (const path of foldersOf(files)) if (await makeFolder(join(folder, path))) made.push(join(folder, path));
    const plan: Plan = { targets: files.map(({ path }) => path), surplus: removals };
    await writeFile(join(journal, "plan.new"), JSON.stringify(plan));
    await rename(join(journal, "plan.new"), join(journal, "plan.json"));
  } catch (error) {
    await rm(journal, { recursive: true, force: true });
    // Another program may have put something there meanwhile.
    for (const path of made.reverse()) await rmdir(path).catch(() => {});
    throw error;
  }
  await carryOut(folder);
}

/** The folders of some files, those that hold others first. */
function foldersOf(files: readonly File[]): Set<string> {
  const folders = files.map(({ path }) => path.split("/").slice(0, -1));
  return new Set(folders.flatMap((parts) => parts.map((_, index) => parts.slice(0, index + 1).join("/"))));
}

/** False where the folder was there before. */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Finishes or discards what a run that was killed has left in a folder. Leaves alone what a living run is writing. */
export async function recover(folder: string): Promise<Diagnostic[]> {
  const journal = join(folder, journalFolder);
  try {
    if ((await stat(journal).catch(() => undefined)) === undefined || (await isHeld(journal))) return [];
    await carryOut(folder);
    return [];
  } catch (error) {
    return [unusable(folder, error)];
  }
}

/** What is said of a folder that cannot be written to. */
export function unusable(folder: string, error: unknown): Diagnostic {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error);
  const hint = reason === "ENOSPC" || reason === "EDQUOT" ? "The disk is full: make room on it." : undefined;
  return diagnose("output-unusable", `It cannot be written to (${reason}).`, { file: folder }, hint);
}

/** Moves the files of a plan into place, those that are not there yet; without a plan, nothing was decided. */
async function carryOut(folder: string): Promise<void> {
  const journal = join(folder, journalFolder);
  const text = await readFile(join(journal, "plan.json"), "utf8").catch(ignoreAbsence);
  const { targets, surplus }: Plan = text === undefined ? { targets: [], surplus: [] } : JSON.parse(text);
  for (const [number, path] of targets.entries()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    ifThere(() => renameSync(join(journal, String(number)), join(folder, path)));
  }
  for (const path of surplus) await rm(join(folder, path), { force: true });
  await rm(journal, { recursive: true, force: true });
}

const patience = 30_000;

/** Makes the journal, which one run alone can do at a time. */
async function acquire(folder: string): Promise<void> {
  const journal = join(folder, journalFolder);
  await mkdir(folder, { recursive: true });
  for (const start = Date.now(); ; ) {
    if (await makeFolder(journal)) break;
    if (Date.now() - start > patience) throw Object.assign(new Error("Another run is writing."), { code: "EBUSY" });
    if (!(await isHeld(journal))) await carryOut(folder);
    else await new Promise((done) => setTimeout(done, 20));
  }
  try {
    await writeFile(join(journal, "pid"), String(process.pid));
  } catch (error) {
    await rm(journal, { recursive: true, force: true });
    throw error;
  }
}

/** True where the run that made the journal is alive; one that has just begun has not left its number yet. */
async function isHeld(journal: string): Promise<boolean> {
  const pid = await readFile(join(journal, "pid"), "utf8").catch(ignoreAbsence);
  if (!pid) {
    const made = await stat(journal).catch(ignoreAbsence);
    return made !== undefined && Date.now() - made.mtimeMs < 1000;
  }
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** What would stop a move or a removal is found before the first of them: a folder in the place of a file. */
function checkTargets(folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    const found = ifThere(() => statSync(join(folder, path)));
    if (found?.isDirectory()) throw Object.assign(new Error(`${path} is a folder.`), { code: "EISDIR" });
  }
}

async function present(folder: string, paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map((path) => stat(join(folder, path)).catch(ignoreAbsence)));
  return paths.filter((_, index) => found[index] !== undefined);
}

async function filesBelow(folder: string, path: string): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(ignoreAbsence);
  const nested = (entries ?? []).map((entry) => {
    const below = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, below) : [below];
  });
  return (await Promise.all(nested)).flat();
}

function ifThere<Result>(access: () => Result): Result | undefined {
  try {
    return access();
  } catch (error) {
    return ignoreAbsence(error as NodeJS.ErrnoException);
  }
}

function ignoreAbsence(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
