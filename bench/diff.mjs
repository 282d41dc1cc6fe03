// `pnpm bench diff [FOLDER] [ROUNDS]`: the diff of two voice contracts and of two whole upstream documents, beyond Node's
// start, and over ever larger slices. FOLDER has the upstream documents, by default ../shared/upstream.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { interleave } from "./measure.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [, , folder = join(root, "../shared/upstream"), rounds = "5"] = process.argv;
const names = existsSync(folder) ? readdirSync(folder).filter((file) => /^\d{4}-.*\.(json|yml)$/.test(file)) : [];
if (names.length < 2) {
  process.stderr.write("pnpm bench diff [FOLDER] [ROUNDS], where FOLDER has two upstream documents or more\n");
  process.exit(2);
}

const { load } = createRequire(join(root, "generator/package.json"))("js-yaml");
const command = join(root, "generator/bin/telnyx-voice.mjs");
const work = mkdtempSync(join(tmpdir(), "bench-diff-"));
// The whole documents as JSON, so that the comparison is measured and not the YAML.
// The last two are two days of one contract.
const [base, head] = [names.at(-3), names.at(-1)].map((name) => {
  const document = load(readFileSync(join(folder, name), "utf8"));
  const path = join(work, `${name.slice(0, 10)}.json`);
  writeFileSync(path, JSON.stringify(document));
  return { path, document };
});

const nothing = { command: ["--eval", ""], cwd: root };
const rows = [
  [
    "two voice contracts",
    "",
    {
      command: ["--stack-size=3900", command, "diff", specsAt("a", base), specsAt("b", head), "--fail-on", "never"],
      cwd: root,
    },
  ],
];
for (const wanted of [141, 389, 648, Number.POSITIVE_INFINITY]) {
  const { project, operations } = sliceOf(wanted);
  const sides = ["diff", base.path, head.path, "--fail-on", "never"];
  rows.push([
    "two documents",
    `${operations} operations`,
    { command: ["--stack-size=3900", command, ...sides], cwd: project },
  ]);
}

process.stdout.write(`medians of ${rounds} interleaved runs, Node ${process.version}, ms beyond Node's start\n`);
const [idle, ...results] = interleave([nothing, ...rows.map(([, , program]) => program)], Number(rounds));
for (const [index, [name, size]] of rows.entries()) {
  const { milliseconds, bytes } = results[index];
  const cells = [name.padEnd(22), size.padEnd(18), String(Math.round(milliseconds - idle.milliseconds)).padStart(6)];
  process.stdout.write(`${cells.join(" ")}   ${Math.round(bytes / 1e6)} MB\n`);
}
rmSync(work, { recursive: true, force: true });

/** A copy of our specs, with the contract cut out of one of the documents, so that there are two sides that differ. */
function specsAt(name, { path }) {
  const target = join(work, name, "specs");
  cpSync(join(root, "specs"), target, { recursive: true });
  run(join(work, name), ["sync", "--allow-losses", "--from", path]);
  return target;
}

/** A project whose only family has the first tags of the document, as many as make up so many operations. */
function sliceOf(wanted) {
  const all = Object.entries(head.document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, { responses }]) => responses !== undefined)
      .map(([method, { tags = [] }]) => ({ key: `${method.toUpperCase()} ${path}`, tags })),
  );
  const chosen = all.slice(0, wanted).map(({ key }) => key);
  const project = join(work, `slice-${chosen.length}`);
  mkdirSync(join(project, "specs"), { recursive: true });
  const slice = JSON.parse(readFileSync(join(root, "specs/slice.json"), "utf8"));
  const events = chosen.length === all.length ? ["call.*", "conference.*", "streaming.*", "siprec.*", "fax.*"] : [];
  const family = { name: "all", title: "All", tags: [], operations: chosen, events };
  const own = { ...slice, families: [family], leftOut: [], watch: { paths: [], events: [] } };
  writeFileSync(join(project, "specs/slice.json"), JSON.stringify(own));
  run(project, ["sync", "--from", resolve(head.path)]);
  return { project, operations: chosen.length };
}

/** Makes the rest of the specs of a project. */
function run(project, args) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ["--stack-size=3900", command, ...args], {
    cwd: project,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status ?? signal}\n${stdout}\n${stderr}`);
}
