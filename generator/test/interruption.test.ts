import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recover, writeFiles } from "../src/write.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "generator/bin/telnyx-voice.mjs");
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

/** Starts the command and kills it after so many milliseconds; tells whether it ended by itself. */
function killAfter(milliseconds: number, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: root, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
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

describe("a command that is killed", () => {
  it("generate leaves the packages as they were or as they should be", async () => {
    const [specs, out] = [join(folder, "specs"), join(folder, "packages")];
    await cp(join(root, "specs"), specs, { recursive: true });
    const args = ["generate", "--specs", specs, "--out", out];
    expect(await killAfter(60_000, args)).toBe(true);
    const old = await tree(out);
    const wording = join(specs, "wording/en.yaml");
    await writeFile(wording, (await readFile(wording, "utf8")).replaceAll("call", "phone call"));
    const started = performance.now();
    await rm(out, { recursive: true });
    expect(await killAfter(60_000, args)).toBe(true);
    const duration = performance.now() - started;
    const fresh = await tree(out);
    expect(fresh).not.toEqual(old);
    let ended = 0;
    for (let kill = 0; kill < 10; kill++) {
      await rm(out, { recursive: true });
      for (const [file, text] of Object.entries(old)) {
        await mkdir(join(file, ".."), { recursive: true });
        await writeFile(file, text);
      }
      ended += Number(await killAfter(duration * (0.6 + 0.06 * kill), args));
      await recover(out);
      const now = await tree(out);
      expect(JSON.stringify(now) === JSON.stringify(old) || JSON.stringify(now) === JSON.stringify(fresh)).toBe(true);
    }
    expect(ended).toBeLessThan(10);
  }, 120_000);
});
