// `node pack-packages.mjs FOLDER`: packs the packages into a folder, as `pnpm release` publishes them.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { linkReadme } from "./link-readme.mjs";
import { readRepository } from "./read-repository.mjs";

/**
 * Packs the packages that are published, those first that others need, and gives for each its `name`, its `version` and
 * the path of its `tarball`. Where the repository is known, tarballs name it and their READMEs link to it. That is written
 * into copies: the packages' own files stay as they are, whatever happens.
 */
export function packPackages(destination, repository) {
  const parent = mkdtempSync(join(tmpdir(), "pack-"));
  mkdirSync(destination, { recursive: true });
  try {
    return inOrder(readPackages()).map(({ folder, manifest: { name, version } }) => {
      const unpacked = unpack(folder, join(parent, folder));
      if (repository !== undefined) complete(unpacked, folder, repository);
      const options = ["--json", "--ignore-scripts", "--pack-destination", resolve(destination)];
      const [{ filename }] = JSON.parse(run("npm", ["pack", ...options], unpacked));
      return { name, version, tarball: resolve(destination, filename) };
    });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function readPackages() {
  return readdirSync("packages")
    .map((name) => ({ folder: `packages/${name}`, manifest: readJson(`packages/${name}/package.json`) }))
    .filter(({ manifest }) => !manifest.private);
}

/** Puts each package behind those that it depends on. */
function inOrder(packages) {
  const ordered = new Set();
  const add = (one) => {
    for (const name of Object.keys(one.manifest.dependencies ?? {})) {
      const needed = packages.find(({ manifest }) => manifest.name === name);
      if (needed !== undefined) add(needed);
    }
    ordered.add(one);
  };
  packages.forEach(add);
  return [...ordered];
}

/** Unpacks what pnpm packs of a package, and gives the folder. */
function unpack(folder, target) {
  mkdirSync(target, { recursive: true });
  run("pnpm", ["pack", "--pack-destination", target], folder);
  const [tarball] = readdirSync(target);
  run("tar", ["-xzf", tarball], target);
  return join(target, "package");
}

/** Writes the repository into an unpacked package. */
function complete(unpacked, folder, repository) {
  const path = join(unpacked, "package.json");
  const links = {
    homepage: `${repository}/tree/HEAD/${folder}#readme`,
    bugs: `${repository}/issues`,
    repository: { type: "git", url: `git+${repository}.git`, directory: folder },
  };
  writeFileSync(path, `${JSON.stringify({ ...readJson(path), ...links }, null, 2)}\n`);
  const readme = join(unpacked, "README.md");
  writeFileSync(readme, linkReadme(readFileSync(readme, "utf8"), folder, repository));
}

function readJson(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

function run(program, args, cwd) {
  return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [destination] = process.argv.slice(2);
  if (destination === undefined) {
    console.error("Usage: pack-packages.mjs FOLDER");
    process.exit(2);
  }
  const repository = readRepository();
  if (repository === undefined) console.log("No `repository` in package.json: links in the READMEs stay relative.");
  for (const { tarball } of packPackages(destination, repository)) console.log(tarball);
}
