#!/usr/bin/env node
// Starts the generator: bundles its sources when they are newer than the bundle, then runs the bundle.
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepCompiled } from "./compile-cache.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, ".cache");
const bundle = join(cache, "cli.cjs");

if (isStale()) await (await import("./bundle.mjs")).bundle(root, cache);
keepCompiled(cache);
createRequire(import.meta.url)(bundle);

function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  const sources = ["src", "bin"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
  );
  return [...sources, join(root, "package.json")].some((file) => statSync(file).mtimeMs > built);
}
