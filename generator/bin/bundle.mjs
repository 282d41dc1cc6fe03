import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";

/**
 * Bundles the command into one file. ts-morph carries a TypeScript of its own: openapi-typescript is given the same
 * one, so that the compiler is loaded once.
 */
export async function bundle(root, outfile) {
  const tsMorph = createRequire(join(root, "package.json")).resolve("ts-morph");
  await build({
    entryPoints: [join(root, "src", "cli.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "error",
    plugins: [
      {
        name: "one-typescript",
        setup(setup) {
          setup.onResolve({ filter: /^typescript$/ }, () => ({ path: "typescript", namespace: "one-typescript" }));
          setup.onLoad({ filter: /.*/, namespace: "one-typescript" }, () => ({
            contents: `module.exports = require(${JSON.stringify(tsMorph)}).ts;`,
            resolveDir: root,
          }));
        },
      },
    ],
  });
}
