import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Installs what the lockfile of a folder here names, unless that is there already, and gives what resolves modules from
 * that folder. What few tests need and is large stays out of the workspace in this way.
 */
export async function installed(folder: string): Promise<NodeJS.Require> {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  if (timeOf(join(path, "node_modules/.package-lock.json")) < timeOf(join(path, "package-lock.json"))) {
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: path });
  }
  return createRequire(join(path, "package.json"));
}

/** npm writes its own lockfile last: one that is newer than ours stands for all that ours names. */
function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
