// `node update.mjs [--from DOCUMENT] [--test COMMAND]`: takes the newest upstream document over, runs the tests, and commits
// the result to a branch, for offer-update.mjs. Does nothing where upstream has nothing new. It needs no token, and is given
// none: the tests run what others wrote.
//
// Debts, such as texts still to be written, do not stop it: they are listed in the pull request and keep its checks red.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { describeUpdate } from "./describe-update.mjs";

const branch = "update-from-upstream";
const offer = ".cache/update.json";
const { values: options } = parseArgs({ options: { from: { type: "string" }, test: { type: "string" } } });

/** Runs the generator; what it prints is given back, whatever its exit code, unless it could not run. */
function generator(...args) {
  const run = spawnSync(process.execPath, ["--stack-size=3900", "generator/bin/telnyx-voice.mjs", ...args], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const isFailed = run.status !== 0 && run.status !== 1;
  if (isFailed) throw new Error(`telnyx-voice ${args.join(" ")}: exit ${run.status}\n${run.stdout}${run.stderr}`);
  return { ok: run.status === 0, output: run.stdout, errors: run.stderr };
}

const git = (...args) => execFileSync("git", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }).trimEnd();

/** Runs a step that the update cannot do without. */
function must(...args) {
  const run = generator(...args);
  process.stdout.write(run.output);
  if (!run.ok) throw new Error(`telnyx-voice ${args[0]} failed:\n${run.errors}`);
}

rmSync(offer, { force: true });
const base = git("rev-parse", "HEAD");
const target = git("rev-parse", "--abbrev-ref", "HEAD");
must("sync", ...(options.from === undefined ? [] : ["--from", options.from]));
if (git("status", "--porcelain", "--", "specs") === "") {
  console.log("Upstream has nothing new.");
  process.exit(0);
}
must("generate");
const check = JSON.parse(generator("generate", "--check", "--json").output);
const report = JSON.parse(generator("diff", base, "specs", "--format", "json", "--fail-on", "never").output);
const comment = generator("diff", base, "specs", "--format", "markdown", "--fail-on", "never").output;
for (const old of readdirSync(".changeset").filter((name) => name.startsWith("api-"))) rmSync(`.changeset/${old}`);
generator("diff", base, "specs", "--format", "changeset", "--fail-on", "never");
const test =
  options.test === undefined ? undefined : spawnSync(options.test, { shell: true, stdio: "inherit" }).status === 0;

git("checkout", "--quiet", "-B", branch);
git("add", "--all", "specs", "packages", ".claude-plugin", ".changeset");
const lock = JSON.parse(readFileSync("specs/voice.lock.json", "utf8"));
const { title, body, labels } = describeUpdate({
  lock,
  report,
  comment,
  debts: check.diagnostics.filter(({ severity }) => severity === "debt"),
  // A skill is the reference over again, once for each programming language.
  code: git("diff", "--cached", "--stat=100", base, "--", "packages", ":(exclude)packages/docs/skills"),
  test,
});
git("commit", "--quiet", "--message", title);
mkdirSync(".cache", { recursive: true });
writeFileSync(offer, JSON.stringify({ branch, target, title, body, labels }));
console.log(`Committed to ${branch}: ${title}`);
