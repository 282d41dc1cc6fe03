import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";

/**
 * Remembers the plan that a run is about to leave in a folder. It is remembered in the user's own cache and not in the
 * folder, so that whatever brings the folder (a branch, an archive, another user) cannot bring this along. Where the cache
 * cannot be written to, the run goes on: killed while it moves files, it is not finished by the next one.
 */
export function rememberPlan(folder: string, text: string): void {
  try {
    const file = fileOf(folder);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, digestOf(text), { mode: 0o600 });
  } catch {
    forgetPlan(folder);
  }
}

/** The digest of the plan that was remembered last for a folder; undefined where there is none. */
export function knownPlan(folder: string): string | undefined {
  try {
    return readFileSync(fileOf(folder), "utf8");
  } catch {
    return undefined;
  }
}

export function forgetPlan(folder: string): void {
  try {
    rmSync(fileOf(folder), { force: true });
  } catch {
    // No plan will be like the one that stays known: each has a number of its own.
  }
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function fileOf(folder: string): string {
  return join(userCache(), "telnyx-voice", "plans", digestOf(realpathSync(folder)));
}

/** Where programs keep what belongs to a user and to this machine. */
function userCache(): string {
  const { XDG_CACHE_HOME: xdg = "", LOCALAPPDATA: windows = "" } = process.env;
  return [xdg, windows].find(isAbsolute) ?? join(homedir(), ".cache");
}
