// The webhooks as a user would have them: from the tarballs.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Builds and packs, and unpacks into a new folder. Gives the folder, that of the package in it, and `remove`. */
export function installWebhooks() {
  const folder = mkdtempSync(join(tmpdir(), "bench-webhooks-"));
  run(
    "pnpm",
    ["exec", "turbo", "run", "build", "--filter=@telnyx-voice/webhooks...", "--output-logs=errors-only"],
    root,
  );
  for (const name of ["types", "webhooks"]) {
    const packed = join(folder, "packed", name);
    const unpacked = join(folder, "node_modules/@telnyx-voice", name);
    mkdirSync(unpacked, { recursive: true });
    run("pnpm", ["pack", "--pack-destination", packed], join(root, "packages", name));
    const [tarball] = readdirSync(packed);
    run("tar", ["-xzf", join(packed, tarball), "--strip-components=1", "-C", unpacked], folder);
  }
  return {
    folder,
    webhooks: join(folder, "node_modules/@telnyx-voice/webhooks"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "inherit"] });
}
