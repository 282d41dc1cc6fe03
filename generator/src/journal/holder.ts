import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ifThere } from "./if-there.ts";
import { Refusal } from "./unusable.ts";

/** The file of a journal that says which process writes. */
export const holderFile = "pid";

/** What a process leaves in its journal: its number and, where the system tells it, when it started. */
export function thisProcess(): string {
  return [process.pid, startOf(process.pid)].join(" ").trimEnd();
}

/** True where the process that made a journal is alive; one that has just begun has not left its number yet. */
export function isHeld(journal: string): boolean {
  const holder = readHolder(journal);
  if (holder === "") return quietFor(journal) < 1000;
  const [pid = "", start] = holder?.split(" ") ?? [];
  if (!/^[1-9]\d{0,9}$/.test(pid)) return false;
  const current = startOf(pid);
  // Numbers are given again: this one belongs to a later process.
  if (current !== undefined && current !== start) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** How long, in milliseconds, a journal that is held may stay as it is. A run writes hundreds of files in less than one second. */
const patience = 10_000;

/** Throws a `Refusal` where the holder of a journal makes no progress: it hangs, or its number is another process's now. */
export function checkProgress(journal: string): void {
  const quiet = quietFor(journal);
  if (quiet < patience) return;
  const [pid] = readHolder(journal)?.split(" ") ?? [];
  throw new Refusal(
    journal,
    `Process ${pid} is said to write (EBUSY), and has done nothing for ${Math.round(quiet / 1000)} s.`,
    `Unless process ${pid} is a run of the generator, remove this folder, and run the command again.`,
  );
}

/** What `thisProcess` gave; empty where it is not written yet, undefined where something else stands in its place. */
function readHolder(journal: string): string | undefined {
  const file = join(journal, holderFile);
  const found = ifThere(() => lstatSync(file));
  if (found !== undefined && !(found.isFile() && found.size < 100)) return undefined;
  return ifThere(() => readFileSync(file, "utf8")) ?? "";
}

/** For how many milliseconds nothing came into a journal or left it. A time to come counts as well: somebody set it. */
function quietFor(journal: string): number {
  const changed = ifThere(() => lstatSync(journal).mtimeMs);
  return changed === undefined ? 0 : Math.abs(Date.now() - changed);
}

/** When a process started, in ticks of the system's clock; undefined where there is none, or the system has no `/proc`. */
function startOf(pid: number | string): string | undefined {
  try {
    const facts = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in parentheses, and may have blanks in it. The start is the 20th fact after it.
    return facts.slice(facts.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
