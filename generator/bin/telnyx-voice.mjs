#!/usr/bin/env node
// Starts the generator: bundles its sources when they are newer than the bundle, then runs the bundle.
import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { keepCompiled } from "./compile-cache.mjs";

// A command takes a second: V8 would spend a third of it on optimizing functions that are hardly called again. So many
// bytes of bytecode, seven times as many as usual, have to run in a function first. Later versions of V8 have no such flag.
if (process.version.startsWith("v20.")) setFlagsFromString("--interrupt-budget=1000000");

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, ".cache");
const bundle = join(cache, "cli.cjs");

if (await isBundled()) {
  keepCompiled(cache);
  createRequire(import.meta.url)(bundle);
} else process.exitCode = 1;

/** False where the bundle cannot be written, which is said in the way of the diagnostics that the bundle would print. */
async function isBundled() {
  try {
    if (isStale()) await (await import("./bundle.mjs")).bundle(root, cache);
    return true;
  } catch (error) {
    if (!["mkdir", "open", "write", "close", "rename"].includes(error.syscall)) throw error;
    const message = `The generator cannot be bundled there (${error.code}). Make room, or give the right to write to it.`;
    process.stderr.write(`error output-unusable at ${cache}\n  ${message}\n`);
    return false;
  }
}

function isStale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  const sources = ["src", "bin"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(root, folder, name)),
  );
  return [...sources, join(root, "package.json")].some((file) => statSync(file).mtimeMs > built);
}
