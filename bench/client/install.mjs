// A project with all three clients in it, each as a user would have it.
import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
const { transformSync } = createRequire(join(root, "test/package.json"))("esbuild");

/**
 * Builds and packs our packages, installs the tarballs with what they depend on in a new folder, and links the official
 * SDK into it, which is installed on first use. The programs lie in the folder as TypeScript and as JavaScript.
 *
 * Gives the folder, the folders that each client's installation consists of, and `remove`, which deletes it all.
 */
export function installClients() {
  const peers = join(here, "peers", "node_modules");
  if (!existsSync(peers)) run("npm", ["ci", ...quiet], dirname(peers));
  const folder = mkdtempSync(join(tmpdir(), "bench-client-"));
  run("pnpm", ["exec", "turbo", "run", "build", "--filter=@telnyx-voice/client...", "--output-logs=errors-only"], root);
  for (const name of ["types", "client"]) {
    run("pnpm", ["pack", "--pack-destination", join(folder, "packed")], join(root, "packages", name));
  }
  const tarballs = readdirSync(join(folder, "packed")).map((file) => join(folder, "packed", file));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run("npm", ["install", ...quiet, "--prefer-offline", ...tarballs], folder);
  const modules = join(folder, "node_modules");
  const ours = readdirSync(modules).filter((name) => !name.startsWith("."));
  for (const name of readdirSync(peers).filter((name) => !name.startsWith("."))) {
    symlinkSync(join(peers, name), join(modules, name));
  }
  copyPrograms(folder);
  return {
    folder,
    // What the official SDK's declarations ask for beside it (`ws`) is there for the type checker alone.
    installed: { ours: ours.map((name) => join(modules, name)), telnyx: [join(peers, "telnyx")] },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function copyPrograms(folder) {
  for (const file of readdirSync(join(here, "programs"))) {
    cpSync(join(here, "programs", file), join(folder, file));
    if (!file.endsWith(".ts")) continue;
    const { code } = transformSync(readFileSync(join(folder, file), "utf8"), { loader: "ts" });
    writeFileSync(join(folder, file.replace(".ts", ".js")), code);
  }
}

function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
