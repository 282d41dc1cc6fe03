// Packs the package in the current folder as it would be published, and has publint and attw look at the tarball.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const tools = join(dirname(dirname(fileURLToPath(import.meta.url))), "node_modules", ".bin");
const folder = mkdtempSync(join(tmpdir(), "pack-"));
try {
  execFileSync("pnpm", ["pack", "--pack-destination", folder], { stdio: ["ignore", "ignore", "inherit"] });
  const tarball = join(folder, readdirSync(folder)[0] ?? "");
  run("publint", [tarball, "--strict"]);
  run("attw", [tarball, "--exclude-entrypoints", "./openapi.json", "--no-emoji", "--format", "ascii"]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(tool, args) {
  try {
    process.stdout.write(execFileSync(join(tools, tool), args, { encoding: "utf8" }));
  } catch (error) {
    process.stdout.write(String(error.stdout ?? error));
    process.exitCode = 1;
  }
}
