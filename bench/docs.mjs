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
const docs = sizeOf(join(out, "docs"));
const share = docs.bytes / sizeOf(out).bytes;
rmSync(out, { recursive: true, force: true });

const [making, writing, all] = ["docs", "write", ""].map((name) => median(runs.map((stages) => timeOf(stages, name))));
const percent = (part) => `${((100 * part) / (all - part)).toFixed(0)} %`;
process.stdout.write(`medians of ${rounds} runs, Node ${process.version}\n`);
process.stdout.write(`all stages         ${Math.round(all)} ms\n`);
process.stdout.write(
  `making the docs    ${Math.round(making)} ms, ${docs.files} files, ${(docs.bytes / 1e6).toFixed(1)} MB\n`,
);
process.stdout.write(
  `docs add           ${percent(making)}, with their share of writing ${percent(making + writing * share)}\n`,
);

/** Generates into an empty folder; gives what the stages took. */
function runStages() {
  rmSync(out, { recursive: true, force: true });
  const run = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8", maxBuffer: 1e8 });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return JSON.parse(run.stdout).stages;
}

/** Milliseconds of one stage, or of all. */
function timeOf(stages, name) {
  const wanted = stages.filter(({ stage }) => name === "" || stage === name);
  return wanted.reduce((total, { milliseconds }) => total + milliseconds, 0);
}

function sizeOf(folder) {
  const entries = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)));
  const found = entries.filter((entry) => entry.isFile());
  return { files: found.length, bytes: found.reduce((total, { size }) => total + size, 0) };
}
