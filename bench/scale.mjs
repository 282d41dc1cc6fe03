// `pnpm bench scale FILE [ROUNDS]`: sync and generate over ever larger slices of an upstream document, up to the whole,
// beside openapi-typescript on what was generated for.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { interleave } from "./measure.mjs";

const bench = dirname(fileURLToPath(import.meta.url));
const root = dirname(bench);
const [, , file, rounds = "3"] = process.argv;
if (file === undefined || !existsSync(file)) {
  process.stderr.write("pnpm bench scale FILE [ROUNDS], where FILE is an upstream document\n");
  process.exit(2);
}

const { load } = createRequire(join(root, "generator/package.json"))("js-yaml");
const document = load(readFileSync(file, "utf8"));
const counts = new Map();
for (const item of Object.values(document.paths)) {
  for (const { tags = [""] } of Object.values(item)) counts.set(tags[0], (counts.get(tags[0]) ?? 0) + 1);
}
const tags = [...counts.keys()];
const ours = join(root, "generator/bin/telnyx-voice.mjs");
const theirs = join(root, "generator/node_modules/openapi-typescript/bin/cli.js");
const folders = [];

process.stdout.write(`medians of ${rounds} interleaved runs, Node ${process.version}\n`);
process.stdout.write("operations   sync   generate   MB   openapi-typescript   generate / openapi-typescript\n");
for (const share of [0.125, 0.25, 0.5, 0.75, 1]) {
  const folder = project(tags.slice(0, Math.ceil(tags.length * share)));
  const sync = { cwd: folder, command: [ours, "sync", "--from", resolve(file)] };
  spawnSync(process.execPath, sync.command, { cwd: folder });
  const generate = {
    cwd: folder,
    command: [ours, "generate", "--lenient"],
    prepare: () => rmSync(join(folder, "packages"), { recursive: true, force: true }),
  };
  spawnSync(process.execPath, generate.command, { cwd: folder });
  const made = join(folder, "corrected.json");
  writeFileSync(made, readFileSync(join(folder, "packages/types/src/generated/openapi.json")));
  const peer = { cwd: folder, command: [theirs, made, "-o", join(folder, "types.ts"), "--default-non-nullable=false"] };
  const [syncTime, generateTime, peerTime] = interleave([sync, generate, peer], Number(rounds));
  const { operations } = JSON.parse(readFileSync(join(folder, "specs/voice.lock.json"), "utf8")).contract;
  const seconds = ({ milliseconds }) => `${(milliseconds / 1000).toFixed(2)} s`;
  const ratio = (generateTime.milliseconds / peerTime.milliseconds).toFixed(2);
  const megabytes = (generateTime.bytes / 1e6).toFixed(0);
  const cells = [operations, seconds(syncTime), seconds(generateTime), megabytes, seconds(peerTime), `${ratio} ×`];
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(10)).join(" ")}\n`);
}
for (const folder of folders) rmSync(folder, { recursive: true, force: true });

function project(taken) {
  const folder = mkdtempSync(join(tmpdir(), "bench-scale-"));
  folders.push(folder);
  mkdirSync(join(folder, "specs"));
  const { source } = JSON.parse(readFileSync(join(root, "specs/slice.json"), "utf8"));
  const families = [{ name: "all", title: "All", tags: taken, operations: [], events: [] }];
  const slice = { title: "Slice", source, families, watch: { paths: [], events: [] }, leftOut: [] };
  writeFileSync(join(folder, "specs/slice.json"), JSON.stringify(slice));
  return folder;
}
