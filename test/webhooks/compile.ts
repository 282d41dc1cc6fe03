import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");

/** What a compiler run made of a program. */
export interface Compilation {
  /** What `tsc` found fault with; empty where there is nothing. */
  readonly faults: string;
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
  const begun = performance.now();
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { cwd: folder, encoding: "utf8" });
  return { faults: stdout, milliseconds: performance.now() - begun };
}
