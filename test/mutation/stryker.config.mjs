// How StrykerJS breaks a package and runs its unit tests. `run.mjs` starts it in the folder of that package.
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const reports = `${root}.cache/mutation/${basename(process.cwd())}`;

export default {
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  // Files are found by running them: some are imported by what the tests import alone.
  vitest: { related: false },
  // What is generated is data.
  mutate: ["src/**/*.ts", "!src/generated/**"],
  ignorePatterns: ["dist", ".turbo"],
  // As deep below the root as the package is, so that its tests find the specs, and its settings those of the root.
  tempDirName: `${root}.cache`,
  tsconfigFile: "none",
  coverageAnalysis: "perTest",
  concurrency: 2,
  // A machine that is busy with something else takes its time.
  timeoutMS: 10_000,
  reporters: ["progress-append-only", "json", "html"],
  jsonReporter: { fileName: `${reports}.json` },
  htmlReporter: { fileName: `${reports}.html` },
  incrementalFile: `${reports}.incremental.json`,
};
