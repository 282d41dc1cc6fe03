import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const installer = fileURLToPath(new URL("../bin/install-peers.mjs", import.meta.url));

/** The folder of the official SDK and of the servers, all installed. */
export const peersFolder = fileURLToPath(new URL("../peers", import.meta.url));

/** Installs the peers on first use. */
export function installPeers(): void {
  execFileSync(process.execPath, [installer, peersFolder], { stdio: "pipe" });
}

/** Loads one of the peers, as CommonJS has it. */
export function loadPeer<T>(name: string): T {
  installPeers();
  return createRequire(`${peersFolder}/package.json`)(name) as T;
}
