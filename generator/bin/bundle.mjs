import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles the command: `cli.cjs` and, loaded by it when needed, `run-generate.cjs`. ts-morph stays outside, and
 * openapi-typescript is given the TypeScript that ts-morph carries, so that one compiler is loaded and not two.
 */
export async function bundle(root, folder) {
  // Built beside its place and moved there, so that a command that starts meanwhile never reads half of it.
  const building = join(folder, `building-${process.pid}`);
  await build({
    entryPoints: [join(root, "src", "run-generate.ts"), join(root, "src", "cli.ts")],
    outdir: building,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    external: ["ts-morph"],
    platform: "node",
    target: "node20",
    format: "cjs",
    supported: { "dynamic-import": false },
    logLevel: "error",
    plugins: [
      {
        name: "rooms",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\.\/run-generate\.ts$/ }, ({ kind }) =>
            kind === "dynamic-import" ? { path: "./run-generate.cjs", external: true } : undefined,
          );
          onResolve({ filter: /^typescript$/ }, () => ({ path: "typescript", namespace: "replaced" }));
          // All but its pointers is for openapi-typescript to read documents with, which is not used here.
          onResolve({ filter: /^@redocly\/openapi-core$/ }, () => ({ path: "redocly", namespace: "replaced" }));
          onLoad({ filter: /.*/, namespace: "replaced" }, ({ path }) => ({
            contents: path === "typescript" ? 'module.exports = require("ts-morph").ts;' : "module.exports = {};",
            resolveDir: root,
          }));
        },
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(building)) renameSync(join(building, file), join(folder, file));
  rmSync(building, { recursive: true });
  rmSync(join(folder, "v8"), { recursive: true, force: true });
}
