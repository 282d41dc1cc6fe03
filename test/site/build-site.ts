import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { installPeers } from "../bin/install-peers.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const site = join(root, "packages/docs/site");

/** A site that has been built. */
export interface BuiltSite {
  /** Where its files are. */
  readonly folder: string;
  /** How long the build took. */
  readonly milliseconds: number;
  readonly remove: () => void;
}

/** Builds the site of this repository; what it needs is installed before. */
export function buildSite(): BuiltSite {
  installPeers(site);
  return { ...build(site), remove: () => {} };
}

/** Builds a site of other pages, given by their paths below `packages/`: `docs/generated/en/index.md`. */
export function buildSiteOf(pages: Readonly<Record<string, string>>): BuiltSite {
  installPeers(site);
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  const copy = join(folder, "packages/docs/site");
  cpSync(site, copy, {
    recursive: true,
    // Its own tsconfig.json has a base that is not there.
    filter: (path) => !/tsconfig\.json$|site\/(node_modules|dist|\.cache)(\/|$)/.test(path),
  });
  symlinkSync(join(site, "node_modules"), join(copy, "node_modules"));
  for (const [path, text] of Object.entries(pages)) {
    const file = join(folder, "packages", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { ...build(copy), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What is wrong with the types of the site's own code; nothing if it is sound. */
export function typeErrors(): string {
  installPeers(site);
  const command = [join(site, "node_modules/vue-tsc/bin/vue-tsc.js"), "-p", site];
  const { stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8" });
  return stdout + stderr;
}

function build(folder: string): Omit<BuiltSite, "remove"> {
  const started = performance.now();
  const command = [join(site, "node_modules/vitepress/bin/vitepress.js"), "build", folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", env: environment() });
  if (status !== 0) throw new Error(`The site was not built:\n${stdout}\n${stderr}`);
  return { folder: join(folder, "dist"), milliseconds: performance.now() - started };
}

/** The test runner's own settings would make VitePress build for development. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _, VITEST: __, DOCS_ADDRESS: ___, ...rest } = process.env;
  return rest;
}
