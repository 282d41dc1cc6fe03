import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { SpecsFiles } from "./specs-files.ts";

const run = promisify(execFile);

/** The longest file that is read from a repository, in bytes. */
const longest = 256 * 1024 * 1024;

/** What git answers, less the last line break; undefined where it fails. */
async function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run("git", ["-C", folder, ...args], { maxBuffer: longest });
    return stdout.replace(/\n$/, "");
  } catch {
    return undefined;
  }
}

/** The commit that a name stands for; undefined where it stands for none, or there is no repository. */
export function commitOf(repository: string, ref: string): Promise<string | undefined> {
  return git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
}

/** The last commit that two have in common; undefined where the history at hand does not reach it. */
export function mergeBase(repository: string, one: string, other: string): Promise<string | undefined> {
  return git(repository, "merge-base", one, other);
}

/** The files of a folder as they are in a commit, read without a checkout; undefined where the commit has no such folder. */
export async function filesAt(repository: string, commit: string, folder: string): Promise<SpecsFiles | undefined> {
  const place = `${commit}:./${folder}`;
  if ((await git(repository, "rev-parse", "--verify", "--quiet", place)) === undefined) return undefined;
  return {
    list: async (below) => (await git(repository, "ls-tree", "--name-only", `${place}/${below}`))?.split("\n") ?? [],
    read: (path) => git(repository, "show", `${place}/${path}`),
  };
}
