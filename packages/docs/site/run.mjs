// `node run.mjs dev|build|preview`: installs what the site needs on first use, then calls VitePress.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPeers } from "../../../test/bin/install-peers.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const [command = "dev", ...options] = process.argv.slice(2);

installPeers(folder);
const vitepress = join(folder, "node_modules/vitepress/bin/vitepress.js");
const { status } = spawnSync(process.execPath, [vitepress, command, folder, ...options], { stdio: "inherit" });
process.exitCode = status ?? 1;
