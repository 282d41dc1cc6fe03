import { existsSync, statSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { diagnose, type Outcome } from "../diagnostic.ts";
import { type LoadedDocument, loadDocument } from "./document.ts";
import { commitOf, filesAt, mergeBase, refsOf } from "./git.ts";
import { filesIn, type SpecsFiles } from "./specs-files.ts";

/** One side of a comparison, as it was found: a specs folder, in git or on the disk, or a document. */
export type LoadedSide =
  | {
      readonly kind: "specs";
      readonly name: string;
      readonly files: SpecsFiles;
      /** Where the folder is, from the folder that the command runs in; for a commit, where it is there. */
      readonly folder: string;
    }
  | { readonly kind: "document"; readonly name: string; readonly document: LoadedDocument };

/**
 * Finds what a side is: a document, a folder with specs (or one that holds such a folder), or a commit of the repository
 * that the specs are in. What is both a file and a commit is taken for the file.
 */
export async function loadSide(side: string, specs: string): Promise<Outcome<LoadedSide>> {
  if (/^https?:/.test(side) || (existsSync(side) && statSync(side).isFile())) return loadDocumentSide(side);
  const folder = [side, join(side, "specs")].find((path) => existsSync(join(path, "slice.json")));
  if (folder !== undefined) return found({ kind: "specs", name: side, files: filesIn(folder), folder });
  const commit = await commitOf(".", side);
  if (commit === undefined) {
    const message = `${side} is no document, no folder with specs and no commit that is at hand.`;
    const hint = existsSync(side) ? undefined : "Where it is a branch or a tag, fetch it first.";
    return { diagnostics: [diagnose("side-unknown", message, { file: side }, hint)] };
  }
  const inside = isAbsolute(specs) ? relative(process.cwd(), specs) : specs;
  const files = await filesAt(".", commit, inside);
  const name = commit.startsWith(side) ? commit.slice(0, 9) : `${side} (${commit.slice(0, 9)})`;
  if (files !== undefined) return found({ kind: "specs", name, files, folder: inside });
  return { diagnostics: [diagnose("side-unknown", `The commit ${side} has no folder ${specs}.`, { file: side })] };
}

const mainBranches = [
  "refs/remotes/origin/HEAD",
  "refs/remotes/origin/main",
  "refs/remotes/origin/master",
  "refs/heads/main",
  "refs/heads/master",
];

/** The commit that a branch started from, since what happened on the main branch after that is not the branch's doing. */
export async function branchStart(): Promise<Outcome<string>> {
  const [main] = await refsOf(".", mainBranches);
  if (main === undefined) {
    return { diagnostics: [diagnose("merge-base-missing", "There is no main branch at hand to compare with.")] };
  }
  const value = await mergeBase(".", main, "HEAD");
  if (value !== undefined) return { value, diagnostics: [] };
  const name = main.replace(/^refs\/(remotes|heads)\//, "");
  const message = `The history at hand does not reach the commit that HEAD has in common with ${name}.`;
  return { diagnostics: [diagnose("merge-base-missing", message)] };
}

async function loadDocumentSide(from: string): Promise<Outcome<LoadedSide>> {
  const { value, diagnostics } = await loadDocument(from);
  return value === undefined ? { diagnostics } : found({ kind: "document", name: from, document: value });
}

function found(value: LoadedSide): Outcome<LoadedSide> {
  return { value, diagnostics: [] };
}
