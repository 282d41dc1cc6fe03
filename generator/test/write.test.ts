import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownsBelow } from "../src/journal/owned-paths.ts";
import { compareFiles, type File, writeFiles } from "../src/write.ts";

const any = () => true;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "write-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Puts files into the temporary folder. */
async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** All files of the temporary folder with their texts. */
async function content(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = paths
    .sort()
    .map(async (path) => [path.slice(folder.length + 1), await readFile(path, "utf8")] as const);
  return Object.fromEntries(await Promise.all(texts));
}

describe("compareFiles", () => {
  it("tells missing, stale and surplus files apart", async () => {
    await put({ "own/same.ts": "1", "own/stale.ts": "old", "own/deep/gone.ts": "x", "own/also-gone.ts": "x" });
    const files = ["own/same.ts", "own/stale.ts", "own/deep/new.ts"].map((path) => ({ path, text: "1" }));
    expect(await compareFiles(folder, files, ["own"])).toEqual({
      missing: [{ path: "own/deep/new.ts", text: "1" }],
      stale: [{ path: "own/stale.ts", text: "1", current: "old" }],
      surplus: ["own/also-gone.ts", "own/deep/gone.ts"],
    });
  });

  it("takes only files below the owned folders for surplus", async () => {
    await put({ "own/x.ts": "", "own-not/x.ts": "", "x.ts": "", "other/own/x.ts": "" });
    expect((await compareFiles(folder, [], ["own"])).surplus).toEqual(["own/x.ts"]);
    expect((await compareFiles(folder, [], [])).surplus).toEqual([]);
  });

  it("finds everything missing where there is no folder yet", async () => {
    const files = [{ path: "a/b.ts", text: "1" }];
    const changes = { missing: files, stale: [], surplus: [] };
    expect(await compareFiles(join(folder, "absent"), files, ["a"])).toEqual(changes);
  });

  it("does not follow a link out of an owned folder", async () => {
    await put({ "outside/precious.ts": "1", "own/x.ts": "1" });
    await symlink(join(folder, "outside"), join(folder, "own", "link"));
    expect((await compareFiles(folder, [], ["own"])).surplus).toEqual(["own/link", "own/x.ts"]);
  });

  it("throws where a file cannot be read for another reason than its absence", async () => {
    await put({ "own/a.ts/inside.ts": "" });
    await expect(compareFiles(folder, [{ path: "own/a.ts", text: "" }], ["own"])).rejects.toThrow(/EISDIR/);
  });
});

describe("writeFiles", () => {
  it("writes files into folders that it makes, and removes the surplus", async () => {
    await put({ "a/old.ts": "old", "a/gone.ts": "x", "by-hand.ts": "mine" });
    await writeFiles(
      folder,
      [
        { path: "a/old.ts", text: "new" },
        { path: "b/c/d.ts", text: "ö\n" },
      ],
      ["a/gone.ts", "a/never.ts"],
      any,
    );
    expect(await content()).toEqual({ "a/old.ts": "new", "b/c/d.ts": "ö\n", "by-hand.ts": "mine" });
  });

  it("touches nothing and leaves nothing behind where one file cannot be written", async () => {
    await put({ "a/old.ts": "old", "a/gone.ts": "x", blocked: "a file where a folder is wanted" });
    const before = await content();
    const files = ["a/old.ts", "a/new.ts", "blocked/x.ts", "a/later.ts"].map((path) => ({ path, text: "new" }));
    await expect(writeFiles(folder, files, ["a/gone.ts"], any)).rejects.toThrow(/EEXIST|ENOTDIR/);
    expect(await content()).toEqual(before);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ["a file", ["a.ts", "b.ts"], []],
    ["a surplus file", ["a.ts"], ["b.ts"]],
  ])("touches nothing where a folder stands in the place of %s", async (_, paths, surplus) => {
    await put({ "a.ts": "old", "b.ts/inside.ts": "x" });
    const before = await content();
    const files = paths.map((path) => ({ path, text: "new" }));
    await expect(writeFiles(folder, files, surplus, any)).rejects.toMatchObject({ code: "EISDIR" });
    expect(await content()).toEqual(before);
  });

  it.each(["b/x.ts", "a/../b/x.ts", "../x.ts", "/x.ts", "a//x.ts", "a"])(
    "touches nothing where one of the files is none of its own: %s",
    async (path) => {
      await put({ "a/x.ts": "old", "b/x.ts": "old" });
      const before = await content();
      const [file, stray] = ["a/x.ts", path].map((path) => ({ path, text: "new" })) as [File, File];
      const owns = ownsBelow(["a"]);
      await expect(writeFiles(folder, [file, stray], [], owns)).rejects.toThrow(/^not all of these/);
      await writeFiles(folder, [], [path], owns).catch((error: Error) => expect(error.message).toMatch(/^not all of/));
      expect(await content()).toEqual(before);
    },
  );

  it("writes nothing where there is nothing to write", async () => {
    await put({ "a.ts": "1" });
    const { mtimeMs } = await stat(folder);
    await writeFiles(folder, [], [], any);
    expect((await stat(folder)).mtimeMs).toBe(mtimeMs);
    expect(await content()).toEqual({ "a.ts": "1" });
  });
});
