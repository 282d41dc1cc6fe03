// `pnpm bench docs [ROUNDS]`: what the docs add to the time of `generate`, from the times of its own stages, in processes
// that write everything anew.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median } from "./measure.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const rounds = Number(process.argv[2] ?? 7);
const out = mkdtempSync(join(tmpdir(), "bench-docs-"));
const command = [join(root, "generator/bin/telnyx-voice.mjs"), "generate", "--json", "--out", out];

// The first run bundles the generator, where its sources are newer.
runStages();
const runs = Array.from({ length: rounds }, runStages);
const { files, bytes } = sizeOf(join(out, "docs"));
rmSync(out, { recursive: true, force: true });

const [docs, rest] = [runs.map(({ docs }) => docs), runs.map(({ all, docs }) => all - docs)].map(median);
process.stdout.write(`medians of ${rounds} runs, Node ${process.version}\n`);
process.stdout.write(`all but docs   ${Math.round(rest)} ms\n`);
process.stdout.write(`docs           ${Math.round(docs)} ms, ${files} files, ${(bytes / 1e6).toFixed(1)} MB\n`);
process.stdout.write(`docs add       ${((100 * docs) / rest).toFixed(0)} %\n`);

/** Generates into an empty folder; gives the milliseconds of the stage of the docs, and of all stages. */
function runStages() {
  rmSync(out, { recursive: true, force: true });
  const run = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const { stages } = JSON.parse(run.stdout);
  const sum = (wanted) => wanted.reduce((total, { milliseconds }) => total + milliseconds, 0);
  return { docs: sum(stages.filter(({ stage }) => stage === "docs")), all: sum(stages) };
}

function sizeOf(folder) {
  const names = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)));
  const found = names.filter((entry) => entry.isFile());
  return { files: found.length, bytes: found.reduce((total, { size }) => total + size, 0) };
}
