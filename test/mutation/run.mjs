// `pnpm mutate [NAME]... [OPTIONS]`: breaks packages on purpose, one change at a time, and tells which changes their unit
// tests do not notice. Exits 1 where a package's score is too low. Options, such as `--mutate src/retry.ts`, go to StrykerJS.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { installPeers } from "../bin/install-peers.mjs";
import { judge } from "./judge.mjs";

const names = ["types", "webhooks", "client"];
/** The least score, in percent: of the changes that compile, those that the tests notice. */
const least = 93;

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = fileURLToPath(new URL("../../", import.meta.url));

const args = process.argv.slice(2);
const firstOption = args.findIndex((arg) => arg.startsWith("-"));
const wanted = firstOption === -1 ? args : args.slice(0, firstOption);
const options = firstOption === -1 ? [] : args.slice(firstOption);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(", ")}: pnpm mutate [${names.join("] [")}] [OPTIONS of StrykerJS]\n`,
  );
  process.exit(2);
}

installPeers(folder);
const accepted = JSON.parse(readFileSync(`${folder}survivors.json`, "utf8"));
for (const name of wanted.length === 0 ? names : wanted) {
  const { score, text } = judge(mutate(name), accepted[name] ?? []);
  process.stdout.write(`\n${name}: ${text}\n`);
  if (score >= least) continue;
  process.stdout.write(`That is below ${least} %.\n`);
  process.exitCode = 1;
}

/** Has a package broken in every way, and gives the report. */
function mutate(name) {
  const file = `${root}.cache/mutation/${name}.json`;
  rmSync(file, { force: true });
  const stryker = `${folder}node_modules/@stryker-mutator/core/bin/stryker.js`;
  const run = spawnSync(process.execPath, [stryker, "run", `${folder}stryker.config.mjs`, ...options], {
    cwd: `${root}packages/${name}`,
    stdio: "inherit",
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  return JSON.parse(readFileSync(file, "utf8"));
}
