// `node install-peers.mjs FOLDER`: installs what the lockfile of a folder lists, unless it is there already. All of it or
// nothing, so that neither a run that is killed nor two at once leave half of it.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Installs what the lockfile of a folder lists. Throws, with what npm said, where that fails. */
export function installPeers(folder) {
  const modules = join(folder, "node_modules");
  if (isCurrent(folder, modules)) return;
  mkdirSync(join(folder, ".cache"), { recursive: true });
  const room = mkdtempSync(join(folder, ".cache", "install-"));
  try {
    const files = readdirSync(folder).filter((file) => ["package.json", "package-lock.json", ".npmrc"].includes(file));
    for (const file of files) cpSync(join(folder, file), join(room, file));
    const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    const run = spawnSync("npm", args, { cwd: room, encoding: "utf8", shell: process.platform === "win32" });
    if (run.status !== 0) throw new Error(`npm ci for ${folder}:\n${run.stdout}\n${run.stderr}`);
    cpSync(join(room, "package-lock.json"), join(room, "node_modules", ".installed.json"));
    // Another run may have been faster.
    if (isCurrent(folder, modules)) return;
    rmSync(modules, { recursive: true, force: true });
    renameSync(join(room, "node_modules"), modules);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

function isCurrent(folder, modules) {
  const installed = join(modules, ".installed.json");
  return existsSync(installed) && readFileSync(installed).equals(readFileSync(join(folder, "package-lock.json")));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installPeers(resolve(process.argv[2] ?? "."));
