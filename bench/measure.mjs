// Measures whole processes: wall time from outside, peak memory as the process itself reports it when it ends.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const reporter = fileURLToPath(new URL("report-memory.cjs", import.meta.url));

/** Runs a program once; gives milliseconds and bytes. Throws where it fails, with what it printed. */
export function measure({ command, cwd, prepare }) {
  prepare?.();
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const report = join(folder, "memory");
  const start = performance.now();
  const run = spawnSync(process.execPath, command, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: `--require=${reporter}`, BENCH_MEMORY_REPORT: report, NO_COLOR: "1" },
  });
  const milliseconds = performance.now() - start;
  try {
    if (run.status !== 0) throw new Error(`${command.join(" ")}\n${run.stdout}\n${run.stderr}`);
    return { milliseconds, bytes: Number(readFileSync(report, "utf8")) * 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs all programs in turn, so that a slow moment of the machine meets them all; gives the median of each. */
export function interleave(programs, rounds) {
  const results = programs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, program] of programs.entries()) results[index].push(measure(program));
  }
  return results.map((runs) => ({
    milliseconds: median(runs.map((run) => run.milliseconds)),
    bytes: median(runs.map((run) => run.bytes)),
  }));
}

export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
