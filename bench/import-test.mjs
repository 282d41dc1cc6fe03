// What tests already have is not written again for benches: it is TypeScript, which the oldest Node here does not run.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const { buildSync } = createRequire(join(root, "test/package.json"))("esbuild");

/** Imports a module of `test/`, given by its path there. It goes on as if it lay there: its packages are those of `test/`. */
export async function importTest(path) {
  const source = join(root, "test", path);
  const folder = join(root, "test/node_modules/.cache/bench");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${basename(path, ".ts")}.mjs`);
  buildSync({
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    define: { "import.meta.url": JSON.stringify(pathToFileURL(source).href) },
  });
  return import(pathToFileURL(outfile));
}
