import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { smallSpecs } from "../small-specs.ts";

const command = fileURLToPath(new URL("../../bin/telnyx-voice.mjs", import.meta.url));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "seal-"));
  mkdirSync(join(folder, "specs"));
  const { slice, names, contract, lock } = smallSpecs();
  const files = { "slice.json": slice, "names.json": names, "voice.openapi.json": contract, "voice.lock.json": lock };
  for (const [name, value] of Object.entries(files)) writeFileSync(join(folder, "specs", name), JSON.stringify(value));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = () => spawnSync(process.execPath, [command, "generate"], { cwd: folder, encoding: "utf8" });

it("a folder that has become a link is refused, though what it leads to is the same", () => {
  expect(run().status).toBe(0);
  const docs = join(folder, "packages/docs");
  renameSync(docs, join(folder, "moved"));
  symlinkSync(join(folder, "moved"), docs);
  const { status, stderr } = run();
  expect(stderr).toContain("It is a link.");
  expect(status).toBe(1);
  rmSync(docs);
  renameSync(join(folder, "moved"), docs);
});

it("a run that could not write is not taken for done by the next one", () => {
  expect(run().status).toBe(0);
  const page = join(folder, "packages/docs/generated/en/index.md");
  rmSync(page);
  mkdirSync(page);
  for (let attempt = 0; attempt < 2; attempt++) {
    const { status, stderr } = run();
    expect(stderr).toContain("error output-unusable");
    expect(status).toBe(1);
  }
});
