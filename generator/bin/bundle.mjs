import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles the command: `cli.cjs` and, loaded by it when needed, `run-generate.cjs` and, in a thread of its own,
 * `programs-thread.cjs`, which alone has a compiler. ts-morph stays outside, and openapi-typescript is given the TypeScript
 * that ts-morph carries, so that one compiler is loaded and not two.
 */
export async function bundle(root, folder) {
  const { outputFiles } = await build({
    entryPoints: ["run-generate.ts", "programs-thread.ts", "cli.ts"].map((name) => join(root, "src", name)),
    outdir: folder,
    write: false,
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
  // Written beside its place and moved there, so that a command that starts meanwhile never reads half of it.
  const building = join(folder, `building-${process.pid}`);
  try {
    mkdirSync(building, { recursive: true });
    for (const { path, contents } of outputFiles) writeFileSync(join(building, basename(path)), contents);
    for (const { path } of outputFiles) renameSync(join(building, basename(path)), path);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  rmSync(join(folder, "v8"), { recursive: true, force: true });
}
