import { describe, expect, it } from "vitest";
import { comparedFiles } from "../../src/load/compared-files.ts";
import type { SpecsFiles } from "../../src/load/specs-files.ts";

/** A folder of specs with these files. */
function folderOf(files: Readonly<Record<string, string>>): SpecsFiles {
  return {
    list: async (folder) =>
      Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
    read: async (path) => files[path],
  };
}

const words = { "wording/en.yaml": "a: b", "wording/zh-CN.yaml": "a: c" };
const others = { "history/one.json": "{}", "corrections/one.yaml": "actions: []", "names.json": "{}" };

describe("comparedFiles", () => {
  it("leaves out history, and words that both sides share", async () => {
    const folder = folderOf({ ...words, ...others });
    const { list, read } = (await comparedFiles(folder, folder))(folder);
    expect(await Promise.all(["wording", "history", "corrections"].map(list))).toEqual([[], [], ["one.yaml"]]);
    expect(await read("wording/upstream.json")).toBeUndefined();
    expect(await read("names.json")).toBe("{}");
  });

  it.each(["wording/en.yaml", "wording/upstream.json"])(
    "leaves out translations alone where %s differs",
    async (path) => {
      const [base, head] = [folderOf({ ...words, ...others }), folderOf({ ...words, ...others, [path]: "other" })];
      const { list, read } = (await comparedFiles(base, head))(head);
      expect(await list("wording")).toContain("en.yaml");
      expect(await list("wording")).not.toContain("zh-CN.yaml");
      expect(await read(path)).toBe("other");
    },
  );

  it("leaves out no words where English has none and the sides differ", async () => {
    const head = folderOf({ "wording/zh-CN.yaml": "a: c", "wording/upstream.json": "{}" });
    const { list } = (await comparedFiles(folderOf({}), head))(head);
    expect(await list("wording")).toContain("zh-CN.yaml");
  });

  it("leaves what cannot be read to whoever needs it", async () => {
    const broken = { ...folderOf(words), read: () => Promise.reject(new Error("EACCES")) };
    await expect(comparedFiles(broken, folderOf(words))).resolves.toBeTypeOf("function");
  });
});
