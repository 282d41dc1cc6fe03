import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "lib/tsc.js");
/** Runs the compiler, and says in the end what it took of the processors, whatever else they had to do. */
const script = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(String((user + system) / 1000));
});
require(${JSON.stringify(tsc)});`;

/** What a compiler run made of a program. */
export interface Compilation {
  /** What `tsc` found fault with; empty where there is nothing. */
  readonly faults: string;
  /** Processor time. */
  readonly milliseconds: number;
}

/** Compiles files of a project strictly, as `tsc` does for a user. */
export function compile(folder: string, files: readonly string[], options: object = {}): Compilation {
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    ...options,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const run = spawnSync(process.execPath, ["-e", script, "tsc", "-p", folder], { cwd: folder, encoding: "utf8" });
  return { faults: run.stdout, milliseconds: Number(run.stderr) };
}
