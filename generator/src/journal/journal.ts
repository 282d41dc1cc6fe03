import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { checkProgress, holderFile, isHeld, thisProcess } from "./holder.ts";
import { ifThere } from "./if-there.ts";
import { digestOf, forgetPlan, knownPlan, rememberPlan } from "./known-plan.ts";
import { checkPlaces, foldersOf, type Owns, ownsAll } from "./owned-paths.ts";
import { Refusal, unusable } from "./unusable.ts";

/** Where, in a folder that is written to, the files wait that are to be moved into place, with the plan of the moves. */
const journalFolder = ".writing";
const planFile = "plan.json";

/** The largest plan that is read, in bytes: room for 100,000 paths. */
const largestPlan = 16 * 1024 * 1024;

/** The moves by their number, which is the name of the waiting file, and the paths to remove. */
export interface Plan {
  readonly targets: readonly string[];
  readonly surplus: readonly string[];
}

/** Makes the journal of a folder, which one run alone can have at a time. Waits for another that makes progress. */
export async function openJournal(folder: string, owns: Owns): Promise<void> {
  const journal = join(folder, journalFolder);
  await mkdir(folder, { recursive: true });
  while (!(await makeFolder(journal))) {
    refuseOther(journal);
    if (!isHeld(journal)) await finish(folder, owns);
    else {
      checkProgress(journal);
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  try {
    await writeFile(join(journal, holderFile), thisProcess());
  } catch (error) {
    await discard(folder);
    throw error;
  }
}

/** Lets a text wait in the journal for its move. */
export function wait(folder: string, number: number, text: string): void {
  writeFileSync(join(folder, journalFolder, String(number)), text);
}

/** Decides that the moves are to be made: from here on a run that is killed is finished by the next one. */
export async function decide(folder: string, plan: Plan): Promise<void> {
  const journal = join(folder, journalFolder);
  // By its number no plan is like another, so that what is known of one says nothing of a later one.
  const text = JSON.stringify({ number: randomUUID(), ...plan });
  await writeFile(join(journal, "plan.new"), text);
  rememberPlan(folder, text);
  await rename(join(journal, "plan.new"), join(journal, planFile));
}

/** Moves the files of a plan into place, those that are not there yet, and ends the journal. */
export async function carryOut(folder: string, { targets, surplus }: Plan): Promise<void> {
  const journal = join(folder, journalFolder);
  for (const path of foldersOf(targets)) mkdirSync(join(folder, path), { recursive: true });
  for (const [number, path] of targets.entries()) {
    ifThere(() => renameSync(join(journal, String(number)), join(folder, path)));
  }
  for (const path of surplus) await rm(join(folder, path), { force: true });
  await discard(folder);
  forgetPlan(folder);
}

/** Ends a journal without doing what it says. */
export async function discard(folder: string): Promise<void> {
  await rm(join(folder, journalFolder), { recursive: true, force: true });
}

/** False where the folder was there before. */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Finishes or discards what a run that was killed has left in a folder. Leaves alone what a living run is writing. */
export async function recover(folder: string, owns: Owns): Promise<Diagnostic[]> {
  const journal = join(folder, journalFolder);
  try {
    if (ifThere(() => lstatSync(journal)) === undefined) return [];
    refuseOther(journal);
    if (isHeld(journal)) checkProgress(journal);
    else await finish(folder, owns);
    return [];
  } catch (error) {
    return [unusable(folder, error)];
  }
}

/** Tells of a run that was killed while it moved files into a folder that is only to be read: they are of two versions. */
export function findUnfinished(folder: string): Diagnostic[] {
  const journal = join(folder, journalFolder);
  try {
    if (ifThere(() => lstatSync(join(journal, planFile))) === undefined || isHeld(journal)) return [];
  } catch (error) {
    return [unusable(folder, error)];
  }
  const message = "A run was killed while it moved files from here into place: some may be of the version before.";
  const hint = "Run `pnpm sync`, which finishes it. Where you know of no such run, remove this folder.";
  return [{ ...diagnose("specs-unreadable", message, { file: journal }), fix: hint }];
}

/** Does what was decided by a run that was killed; where it had decided nothing, nothing. */
async function finish(folder: string, owns: Owns): Promise<void> {
  // Known before it is read: another run that finishes it ends the journal first.
  const known = knownPlan(folder);
  const text = readPlan(join(folder, journalFolder));
  if (text === undefined) return discard(folder);
  if (text === "" || digestOf(text) !== known) throw refusal(folder, "It was left by no run of yours on this machine.");
  const plan = JSON.parse(text) as Plan;
  const paths = [...plan.targets, ...plan.surplus];
  if (!ownsAll(folder, paths, owns)) throw refusal(folder, "It is for files that this command does not write.");
  for (const number of plan.targets.keys()) {
    const found = ifThere(() => lstatSync(join(folder, journalFolder, String(number))));
    if (found?.isFile() === false) throw refusal(folder, "A link or a folder stands among the files that wait in it.");
  }
  checkPlaces(folder, paths);
  await carryOut(folder, plan);
}

/** The text of a plan; undefined where there is none, empty where something else stands in its place. */
function readPlan(journal: string): string | undefined {
  const file = join(journal, planFile);
  const found = ifThere(() => lstatSync(file));
  if (found === undefined) return undefined;
  return found.isFile() && found.size <= largestPlan ? ifThere(() => readFileSync(file, "utf8")) : "";
}

/** Throws where something else than a folder stands in the place of a journal. */
function refuseOther(journal: string): void {
  if (ifThere(() => lstatSync(journal))?.isDirectory() !== false) return;
  throw new Refusal(journal, "It is a link or a file, where the journal of a run belongs.", "Remove it.");
}

function refusal(folder: string, reason: string): Refusal {
  return new Refusal(
    join(folder, journalFolder),
    `${reason} What it says is not done.`,
    "Remove this folder, and run the command again: it makes anew what was being written.",
  );
}
