import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = mkdtempSync(join(tmpdir(), "thread-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("a run that fails ends, though the thread of the programs waits for its model", () => {
  for (const name of ["bin", "src", "package.json"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, "bin/telnyx-voice.mjs"), ...args], {
      cwd: dirname(root),
      encoding: "utf8",
      timeout: 15_000,
    });
  expect(run("help").status).toBe(0);
  rmSync(join(folder, ".cache/run-generate.cjs"));
  const { status, stderr } = run("generate", "--out", join(folder, "out"));
  expect(stderr).toContain("This is a fault of the generator");
  expect(status).toBe(70);
});
