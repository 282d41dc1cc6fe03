#!/usr/bin/env node
// Starts the generator: bundles its sources when they are newer than the bundle, then runs the bundle.
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, ".cache", "cli.cjs");

if (isStale()) await (await import("./bundle.mjs")).bundle(root, bundle);
createRequire(import.meta.url)(bundle);

function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  const inputs = ["src", "bin"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
  );
  return [...inputs, join(root, "package.json")].some((file) => statSync(file).mtimeMs > built);
}
