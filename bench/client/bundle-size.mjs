// What a client adds to a bundle.
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const { buildSync } = createRequire(new URL("../../test/package.json", import.meta.url))("esbuild");

/** The bytes of a client's one-call program, bundled and minified, then compressed with `gzip -9`. */
export function bundleSize({ folder }, name) {
  return gzipSync(bundle(join(folder, `${name}.ts`)), { level: 9 }).length;
}

/** For Node, since the official SDK takes `crypto` from there. */
function bundle(program) {
  const options = { bundle: true, minify: true, format: "esm", platform: "node", target: "es2022", write: false };
  return buildSync({ entryPoints: [program], mainFields: ["module", "main"], ...options }).outputFiles[0].contents;
}
