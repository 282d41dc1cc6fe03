// `node release.mjs`: builds, packs and publishes what the registry does not have yet, then tags it. In a workflow that may
// ask for an id token, npm logs in with that (trusted publishing) and signs where the packages were made.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "./pack-packages.mjs";
import { readRepository } from "./read-repository.mjs";

const { ACTIONS_ID_TOKEN_REQUEST_URL: idTokens, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
/** The npm that first logged in by id token: one that is older publishes as nobody, which the registry answers with 404. */
const npmWithLogin = [11, 5, 1];

/** What stands in the way of publishing, or undefined. */
function findObstacle(repository) {
  if (repository === undefined) {
    return "`repository` in package.json is empty. Put the repository's address there: the packages name it, their READMEs link to it, and npm takes no provenance without it.";
  }
  if (name !== undefined && `${server}/${name}`.toLowerCase() !== repository.toLowerCase()) {
    return `\`repository\` in package.json is ${repository}, but this workflow runs in ${server}/${name}. npm takes no provenance where the two differ.`;
  }
  const npm = run("npm", ["--version"]).trim();
  if (idTokens !== undefined && isOlder(npm.split(".").map(Number), npmWithLogin)) {
    return `npm ${npm} cannot log in by id token: it takes ${npmWithLogin.join(".")} or newer, which comes with Node 24.`;
  }
}

function isOlder(version, than) {
  const at = than.findIndex((number, index) => version[index] !== number);
  return at !== -1 && version[at] < than[at];
}

function isPublished({ name, version }) {
  const { status, stdout, stderr } = spawnSync("npm", ["view", `${name}@${version}`, "version", "--json"], {
    encoding: "utf8",
  });
  if (status === 0) return stdout.trim() !== "";
  if (/\bE404\b/.test(stdout + stderr)) return false;
  throw new Error(`The registry does not say whether it has ${name}@${version}:\n${stdout}${stderr}`);
}

function publish({ name, version, tarball }) {
  console.log(`Publishing ${name}@${version}`);
  const provenance = idTokens === undefined ? "--no-provenance" : "--provenance";
  run("npm", ["publish", tarball, "--access", "public", provenance], ["ignore", "inherit", "inherit"]);
}

/** Tags a package, unless it has been tagged. `New tag:` is what the release workflow's action looks for. */
function tag({ name, version }) {
  const tag = `${name}@${version}`;
  if (run("git", ["tag", "--list", tag]) !== "") return;
  run("git", ["tag", tag]);
  console.log(`New tag: ${tag}`);
}

function run(program, args, stdio = ["ignore", "pipe", "inherit"]) {
  return execFileSync(program, args, { encoding: "utf8", stdio });
}

const repository = readRepository();
const obstacle = findObstacle(repository);
if (obstacle !== undefined) {
  console.error(obstacle);
  process.exit(1);
}
run("pnpm", ["build"], "inherit");
const folder = mkdtempSync(join(tmpdir(), "release-"));
try {
  const packages = packPackages(folder, repository);
  const missing = packages.filter((one) => !isPublished(one));
  missing.forEach(publish);
  // All of one version are tagged together, so that a release that stopped half-way is whole after the second try.
  if (missing.length > 0) packages.forEach(tag);
  else console.log("The registry has all of this already.");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
