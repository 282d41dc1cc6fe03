import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { recover } from "../src/journal/journal.ts";
import { writeFiles } from "../src/write.ts";
import { age } from "./hostile/folders.ts";

const owns = () => true;
const files = 12;

let folder = "";
let program = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "interruption-"));
  program = join(folder, "program.cjs");
  await build({
    stdin: { contents: killed, resolveDir: fileURLToPath(new URL("../src", import.meta.url)), loader: "ts" },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
  });
});
beforeEach(() => {
  vi.stubEnv("XDG_CACHE_HOME", join(folder, "cache"));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the new files, and kills itself before a call that changes the disk, by its number. Prints how many there were. */
const killed = `
  import fs from "node:fs";
  import promises from "node:fs/promises";
  import { writeFiles } from "./write.ts";

  const [place, point] = process.argv.slice(2);
  let calls = 0;
  for (const module of [fs, promises]) {
    for (const name of ["mkdir", "writeFile", "rename", "rm", "rmdir"].flatMap((name) => [name, name + "Sync"])) {
      const call = module[name];
      if (call === undefined) continue;
      module[name] = (...given) => {
        if (calls === Number(point)) process.kill(process.pid, "SIGKILL");
        calls += 1;
        return call(...given);
      };
    }
  }
  const files = Array.from({ length: ${files} }, (_, index) => ({ path: "a/" + index + ".txt", text: "new" }));
  writeFiles(place, [...files, { path: "b/c/d.txt", text: "new" }], ["gone.txt"], () => true).then(() => console.log(calls));
`;

/** Every file below a folder with its content. */
function tree(path: string): Record<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(found.sort().map((file) => [file.slice(path.length + 1), readFileSync(file, "utf8")]));
}

const paths = Array.from({ length: files }, (_, index) => `a/${index}.txt`);
const old = Object.fromEntries([...paths, "gone.txt"].sort().map((path) => [path, "old"]));
const fresh = Object.fromEntries([...paths, "b/c/d.txt"].sort().map((path) => [path, "new"]));

/** A folder with the old files. */
async function oldFolder(name: string): Promise<string> {
  const place = join(folder, name);
  await writeFiles(
    place,
    Object.entries(old).map(([path, text]) => ({ path, text })),
    [],
    owns,
  );
  return place;
}

const run = (place: string, point: number) =>
  spawnSync(process.execPath, [program, place, String(point)], { encoding: "utf8" });

/** Lets a second go by for a journal, in which a run that has just begun would have left its number. */
function letGo(place: string): void {
  if (existsSync(join(place, ".writing"))) age(join(place, ".writing"), 2);
}

describe("a write that is killed", () => {
  it("before any of its calls leaves the old files, or the new ones, once another run has looked", async () => {
    const { stdout } = run(await oldFolder("whole"), Number.POSITIVE_INFINITY);
    expect(tree(join(folder, "whole"))).toEqual(fresh);
    const calls = Number(stdout);
    const states: string[] = [];
    for (let point = 0; point < calls; point++) {
      const place = await oldFolder(`killed-${point}`);
      expect(run(place, point).signal).toBe("SIGKILL");
      letGo(place);
      expect(await recover(place, owns)).toEqual([]);
      const state = JSON.stringify(tree(place)) === JSON.stringify(old) ? "old" : "new";
      if (state === "new") expect(tree(place)).toEqual(fresh);
      states.push(state);
    }
    const [before, after] = ["old", "new"].map((state) => states.filter((found) => found === state).length);
    // Each file is written before the plan, and moved after it; from the plan on there is no way back.
    expect({ before, after }).toEqual({
      before: expect.toSatisfy((count) => count > files),
      after: expect.toSatisfy((count) => count > files),
    });
    expect(states.indexOf("new")).toBe(before);
  }, 120_000);

  it("is finished by the next write, which then does its own", async () => {
    const place = await oldFolder("next");
    const { stdout } = run(await oldFolder("count"), Number.POSITIVE_INFINITY);
    expect(run(place, Number(stdout) - files).signal).toBe("SIGKILL");
    expect(Object.keys(tree(place))).toContain(".writing/plan.json");
    await writeFiles(place, [{ path: "a/0.txt", text: "newest" }], [], owns);
    expect(tree(place)).toEqual({ ...fresh, "a/0.txt": "newest" });
  });

  it("is not finished where the user's cache cannot be written to, which is said", async () => {
    const place = await oldFolder("unknown");
    const { stdout } = run(await oldFolder("count"), Number.POSITIVE_INFINITY);
    writeFileSync(join(folder, "no-folder"), "");
    vi.stubEnv("XDG_CACHE_HOME", join(folder, "no-folder"));
    expect(run(place, Number(stdout) - files).signal).toBe("SIGKILL");
    const [found, ...more] = await recover(place, owns);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: "output-unusable", file: join(place, ".writing") });
    expect(found?.fix).toBe("Remove this folder, and run the command again: it makes anew what was being written.");
    rmSync(join(place, ".writing"), { recursive: true });
    const again = Object.entries(fresh).map(([path, text]) => ({ path, text }));
    await writeFiles(place, again, ["gone.txt"], owns);
    expect(tree(place)).toEqual(fresh);
  });

  it("leaves nothing in the user's cache once it is finished", async () => {
    const place = await oldFolder("clean");
    const { stdout } = run(await oldFolder("count"), Number.POSITIVE_INFINITY);
    vi.stubEnv("XDG_CACHE_HOME", join(folder, "own-cache"));
    mkdirSync(join(folder, "own-cache"));
    expect(run(place, Number(stdout) - files).signal).toBe("SIGKILL");
    expect(Object.keys(tree(join(folder, "own-cache")))).toHaveLength(1);
    await recover(place, owns);
    expect(tree(join(folder, "own-cache"))).toEqual({});
    expect(tree(place)).toEqual(fresh);
  });
});

describe("two writers at once", () => {
  it("write one after the other", async () => {
    const place = join(folder, "two");
    const texts = (text: string) => Array.from({ length: 30 }, (_, index) => ({ path: `${index}.txt`, text }));
    await Promise.all(["one", "two", "three"].map((text) => writeFiles(place, texts(text), [], owns)));
    expect(new Set(Object.values(tree(place))).size).toBe(1);
  });
});
