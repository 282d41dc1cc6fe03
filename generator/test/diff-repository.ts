import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import { printJson } from "../src/sync.ts";
import { smallSpecs } from "./small-specs.ts";

/** What starts the command. */
export const command = fileURLToPath(new URL("../bin/telnyx-voice.mjs", import.meta.url));

/** Runs the command in a folder. */
export function run(args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, encoding: "utf8" });
  return { code: status, out: stdout, error: stderr };
}

/** Runs git in a folder; throws where it fails. */
export function git(cwd: string, ...args: readonly string[]): string {
  const identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  const { status, stdout, stderr } = spawnSync("git", [...identity, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** The upstream document that the specs in the repository are cut from, after a change. */
export function upstream(change: (document: OpenApiDocument) => void = () => {}): string {
  const document = structuredClone(smallSpecs().contract) as OpenApiDocument;
  change(document);
  return JSON.stringify(document);
}

/** Makes a field required that requests could leave out. */
export function breaks(document: OpenApiDocument): void {
  document.components?.schemas?.["DialRequest"]?.required?.push("timeout_secs");
}

/** Cuts the specs of a folder out of a document, as `sync` does. */
export async function syncTo(root: string, text: string): Promise<void> {
  await writeFile(join(root, "openapi.json"), text);
  const { code, error } = run(["sync", "--from", "openapi.json"], root);
  if (code !== 0) throw new Error(error);
  await rm(join(root, "openapi.json"));
}

/**
 * A folder with a repository and two documents, `old.json` and `new.json`. The repository has a commit without specs,
 * tagged `empty`, then one with the specs of the old document, where the branch `work` is, which is checked out, and on
 * `main` one with those of the new.
 */
export async function diffRepository(): Promise<{ readonly folder: string; readonly repository: string }> {
  const folder = await mkdtemp(join(tmpdir(), "diff-"));
  const repository = join(folder, "repository");
  await mkdir(join(repository, "specs"), { recursive: true });
  git(repository, "init", "--quiet", "--initial-branch", "main");
  git(repository, "commit", "--quiet", "--allow-empty", "--message", "before the specs");
  git(repository, "tag", "empty");
  const { slice, names } = smallSpecs();
  await writeFile(join(repository, "specs", "slice.json"), printJson(slice));
  await writeFile(join(repository, "specs", "names.json"), printJson(names));
  await mkdir(join(repository, ".changeset"));
  await writeFile(join(repository, ".changeset", "config.json"), printJson({ fixed: [["@a/types", "@a/client"]] }));
  await syncTo(repository, upstream());
  git(repository, "add", ".");
  git(repository, "commit", "--quiet", "--message", "the specs");
  git(repository, "branch", "work");
  await syncTo(repository, upstream(breaks));
  git(repository, "commit", "--quiet", "--all", "--message", "what breaks");
  git(repository, "checkout", "--quiet", "work");
  await writeFile(join(folder, "old.json"), upstream());
  await writeFile(join(folder, "new.json"), upstream(breaks));
  return { folder, repository };
}
