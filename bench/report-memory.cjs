// Loaded into a measured process: leaves its peak memory, in KiB, where BENCH_MEMORY_REPORT says. Processes that it
// starts itself report too; the largest counts.
const { readFileSync, writeFileSync } = require("node:fs");

const report = process.env.BENCH_MEMORY_REPORT;
process.once("exit", () => {
  let largest = 0;
  try {
    largest = Number(readFileSync(report, "utf8"));
  } catch {
    // The first to end.
  }
  writeFileSync(report, String(Math.max(largest, process.resourceUsage().maxRSS)));
});
