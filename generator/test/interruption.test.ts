import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recover, writeFiles } from "../src/write.ts";

const kills = 50;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "interruption-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every file below a folder with its content. */
async function tree(path: string): Promise<Record<string, string>> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(files.sort().map(async (file) => [file, await readFile(file, "utf8")])));
}

describe("a write that is killed", () => {
  const state = (text: string) => Array.from({ length: 40 }, (_, index) => ({ path: `a/${index}.txt`, text }));

  it.each(Array.from({ length: kills }, (_, index) => index))(
    "leaves the old files or the new ones, once another run has looked (point %d)",
    async (point) => {
      const place = join(folder, `write-${point}`);
      await mkdir(place);
      await writeFiles(place, [...state("old"), { path: "gone.txt", text: "old" }]);
      await stopAt(place, point);
      await recover(place);
      const contents = Object.entries(await tree(place));
      const isNew = contents.every(([file, text]) => text === "new" && !file.endsWith("gone.txt"));
      const isOld = contents.length === 41 && contents.every(([, text]) => text === "old");
      expect(isNew || isOld).toBe(true);
      expect(contents.some(([file]) => file.includes(".writing"))).toBe(false);
    },
  );

  /** Leaves what a run leaves that dies at a point: while it stages its files, or while it moves them into place. */
  async function stopAt(place: string, point: number): Promise<void> {
    const journal = join(place, ".writing");
    await mkdir(journal);
    await writeFile(join(journal, "pid"), "999999999");
    const isStaging = point % 2 === 0;
    const reached = Math.floor((point / kills) * 40);
    for (const [number, { text }] of state("new").entries()) {
      if (!isStaging || number < reached) await writeFile(join(journal, String(number)), text);
    }
    if (isStaging) return;
    const targets = state("new").map(({ path }) => path);
    await writeFile(join(journal, "plan.json"), JSON.stringify({ targets, surplus: ["gone.txt"] }));
    for (const number of targets.keys()) {
      if (number < reached) await cp(join(journal, String(number)), join(place, targets[number] ?? ""));
      if (number < reached) await rm(join(journal, String(number)));
    }
  }
});

describe("two writers at once", () => {
  it("write one after the other", async () => {
    const place = join(folder, "two");
    const files = (text: string) => Array.from({ length: 30 }, (_, index) => ({ path: `${index}.txt`, text }));
    await Promise.all(["one", "two", "three"].map((text) => writeFiles(place, files(text))));
    expect(new Set(Object.values(await tree(place))).size).toBe(1);
  });
});
