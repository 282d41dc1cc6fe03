import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startPrograms } from "../src/start-programs.ts";
import { smallModel } from "./small-specs.ts";

const folder = mkdtempSync(join(tmpdir(), "thread-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread that runs this in place of the emitters. */
function threadOf(code: string) {
  const file = join(folder, `${Math.random()}.mjs`);
  writeFileSync(file, `import { parentPort } from "node:worker_threads";\n${code}`);
  return startPrograms(file);
}

const model = smallModel();

describe("startPrograms", () => {
  it("gives the thread the model, and its files back", async () => {
    const thread = threadOf(
      `parentPort.once("message", (model) => parentPort.postMessage([{ path: "a.ts", text: model.contract.title }]));`,
    );
    expect(await thread.make(model)).toEqual([{ path: "a.ts", text: model.contract.title }]);
  });

  it("fails as the thread fails", async () => {
    const thread = threadOf(`parentPort.once("message", () => { throw new Error("Bad luck"); });`);
    await expect(thread.make(model)).rejects.toThrow("Bad luck");
  });

  it("fails where the thread ends and says nothing", async () => {
    const thread = threadOf(`parentPort.once("message", () => process.exit(0));`);
    await expect(thread.make(model)).rejects.toThrow("ended without them");
  });

  it("has room for calls within calls", async () => {
    const thread = threadOf(`
      const deep = (level) => (level === 0 ? 0 : 1 + deep(level - 1));
      parentPort.once("message", () => parentPort.postMessage([deep(200_000)]));`);
    expect(await thread.make(model)).toEqual([200_000]);
  });

  it("lets a thread end that no model comes for", async () => {
    const thread = threadOf(
      `parentPort.once("message", (model) => { if (model !== undefined) setInterval(() => {}, 1e3); });`,
    );
    thread.end();
    await expect(thread.make(model)).rejects.toThrow("ended without them");
  });
});
