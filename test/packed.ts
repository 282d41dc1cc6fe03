import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The packages that are published. */
export const packages = ["types", "client", "webhooks"] as const;

/** A project folder with the packages installed as a user would have them: from the tarballs, with their dependencies. */
export function installPacked(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "consumer-"));
  const modules = join(folder, "node_modules");
  for (const name of packages) {
    const target = join(modules, "@telnyx-voice", name);
    const packed = join(folder, "packed", name);
    mkdirSync(target, { recursive: true });
    execFileSync("pnpm", ["pack", "--pack-destination", packed], { cwd: join(root, "packages", name), stdio: "pipe" });
    const [tarball = ""] = readdirSync(packed);
    execFileSync("tar", ["-xzf", join(packed, tarball), "--strip-components=1", "-C", target]);
  }
  linkPeers(modules);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Links what the packages depend on into a folder of modules. */
export function linkPeers(modules: string): void {
  link(modules, "openapi-fetch", join(root, "packages/client/package.json"));
  link(modules, "openapi-typescript-helpers", realpathSync(join(modules, "openapi-fetch/package.json")));
}

/** Links a dependency to where the manifest's package finds it. */
function link(modules: string, name: string, manifest: string): void {
  for (const folder of createRequire(manifest).resolve.paths(name) ?? []) {
    const found = join(folder, name);
    try {
      symlinkSync(realpathSync(found), join(modules, name));
      return;
    } catch {
      // Not in this folder: look in the next one up.
    }
  }
  throw new Error(`${name} is not installed for ${manifest}`);
}
