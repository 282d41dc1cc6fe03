import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { SpecsFiles } from "./specs-files.ts";

const run = promisify(execFile);

/** The longest answer that is read from git, in bytes. */
const longest = 256 * 1024 * 1024;

/** What git answers; undefined where it fails. */
async function gitBytes(folder: string, args: readonly string[], input = ""): Promise<Buffer | undefined> {
  try {
    const asked = run("git", ["-C", folder, ...args], { maxBuffer: longest, encoding: "buffer" });
    // Git may have failed, and gone, before it reads.
    asked.child.stdin?.on("error", () => {}).end(input);
    return (await asked).stdout;
  } catch {
    return undefined;
  }
}

/** The same as text, less the last line break. */
async function git(folder: string, ...args: readonly string[]): Promise<string | undefined> {
  return (await gitBytes(folder, args))?.toString("utf8").replace(/\n$/, "");
}

/** The commit that a name stands for; undefined where it stands for none, or there is no repository. */
export function commitOf(repository: string, ref: string): Promise<string | undefined> {
  return git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
}

/** Those of some refs, such as `refs/heads/main`, that the repository has. */
export async function refsOf(repository: string, refs: readonly string[]): Promise<readonly string[]> {
  const found = (await git(repository, "for-each-ref", "--format=%(refname)", ...refs))?.split("\n") ?? [];
  return refs.filter((ref) => found.includes(ref));
}

/** The last commit that two have in common; undefined where the history at hand does not reach it. */
export function mergeBase(repository: string, one: string, other: string): Promise<string | undefined> {
  return git(repository, "merge-base", one, other);
}

/**
 * The files of a folder as they are in a commit, read without a checkout and by two runs of git, however many they are;
 * undefined where the commit has no such folder.
 */
export async function filesAt(repository: string, commit: string, folder: string): Promise<SpecsFiles | undefined> {
  const place = `${commit}:./${folder}`;
  const listing = await git(repository, "ls-tree", "-r", "-z", "--full-tree", "--end-of-options", place);
  if (listing === undefined) return undefined;
  // Files alone: no links, and no repositories in this one.
  const entries = listing.split("\0").flatMap((entry) => [/^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? []]);
  const ids = entries.flatMap(([, id]) => id ?? []);
  const batch = await gitBytes(repository, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  const texts = batchTexts(batch ?? Buffer.alloc(0));
  const files = new Map(entries.map(([, id = "", path = ""]) => [path, texts.get(id)]));
  return {
    list: async (below) =>
      [...files.keys()].filter((path) => path.startsWith(`${below}/`)).map((path) => path.slice(below.length + 1)),
    read: async (path) => files.get(path),
  };
}

/** The texts by their ids: each follows a line that holds its id and its size, and a line break follows it. */
function batchTexts(batch: Buffer): Map<string, string> {
  const texts = new Map<string, string>();
  for (let at = 0; at < batch.length; ) {
    const end = batch.indexOf("\n", at);
    if (end < 0) break;
    const [id = "", kind, size] = batch.toString("latin1", at, end).split(" ");
    at = end + 1;
    if (kind !== "blob") continue;
    texts.set(id, batch.toString("utf8", at, at + Number(size)));
    at += Number(size) + 1;
  }
  return texts;
}
