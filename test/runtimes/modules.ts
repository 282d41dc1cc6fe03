import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The path of something in the installed runtimes. */
export function inModules(path: string): string {
  return join(folder, "node_modules", path);
}

/** Installs the runtimes on first use. */
export function installRuntimes(): void {
  execFileSync(process.execPath, [join(folder, "..", "bin", "install-peers.mjs"), folder], { stdio: "pipe" });
}
