import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load as parseYaml } from "js-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isObject } from "../../src/document/openapi.ts";
import { fromPointer, toPointer, valueAt } from "../../src/document/pointer.ts";
import { makePrograms } from "../../src/make-programs.ts";
import { runGenerate } from "../../src/run-generate.ts";
import { runSync } from "../../src/run-sync.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

let folder = "";
let specs = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "specs-"));
  specs = join(folder, "specs");
  await cp(join(repository, "specs"), specs, { recursive: true });
  const texts = { "#/info": { summary: "s", description: "d" } };
  await writeFile(join(specs, "wording/upstream.json"), JSON.stringify(texts));
  await cp(join(specs, "voice.openapi.json"), join(folder, "upstream.json"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const inSync = new Set(["names.json", "slice.json", "voice.lock.json"]);

/** What `generate`, and `sync` where it reads the file, say of the specs with a value at a place of a file. */
async function run(file: string, pointer: string, value: unknown) {
  const path = join(specs, file);
  const whole = await readFile(path, "utf8");
  const changed = file.endsWith(".json") ? JSON.parse(whole) : parseYaml(whole);
  const keys = fromPointer(pointer) ?? [];
  Object.assign(valueAt(changed, keys.slice(0, -1)) as object, { [keys.at(-1) ?? ""]: value });
  // JSON is YAML as well.
  await writeFile(path, JSON.stringify(changed));
  try {
    const generated = await runGenerate(
      { specs, out: join(folder, "out"), check: true, lenient: false },
      (_, stage) => stage(),
      makePrograms,
    );
    const from = join(folder, "upstream.json");
    const synced = inSync.has(file) ? await runSync({ from, specs, wording: "own", check: true }) : generated;
    return { generated, synced };
  } finally {
    await writeFile(path, whole);
  }
}

/** The pointers to all that a file holds, of each list and each object with names of its own just the first. */
function pointersOf(value: unknown, keys: readonly (string | number)[] = []): string[] {
  const entries = Array.isArray(value)
    ? [...value.entries()].slice(0, 1)
    : Object.entries(isObject(value) ? value : {});
  const isMap = /^#\/(operations|events|schemas|glossary|overrides|families)$/.test(toPointer(keys));
  return (isMap ? entries.slice(0, 1) : entries).flatMap(([key, member]) => {
    const own = [...keys, key];
    return [toPointer(own), ...pointersOf(member, own)];
  });
}

const read = async (file: string) => {
  const text = await readFile(join(repository, "specs", file), "utf8");
  return pointersOf(file.endsWith(".json") ? JSON.parse(text) : parseYaml(text));
};

const files = ["names.json", "slice.json", "voice.lock.json", "wording/en.yaml"];
const places = (
  await Promise.all(files.map(async (file) => (await read(file)).map((at) => [file, at] as const)))
).flat();

describe("specs of the wrong form are reported with their place, and nothing is thrown", () => {
  it.each([
    ...places,
    ["names.json", "#/schemas"],
    ["names.json", "#/schemas/Call"],
    ["slice.json", "#/leftOut/0/event"],
    ["slice.json", "#/families/0/tags/0"],
    ["voice.lock.json", "#/source/etag"],
    ["voice.lock.json", "#/unclaimed/0"],
    ["voice.openapi.json", "#/info"],
    ["voice.openapi.json", "#/paths"],
    ["wording/upstream.json", "#/#~1info"],
    ["wording/upstream.json", "#/#~1info/summary"],
    ["wording/upstream.json", "#/#~1info/description"],
  ] as const)("%s %s", async (file, pointer) => {
    // Whether a number is wrong depends on the place; a flag is wrong everywhere, and so is null but for a section.
    const isSection = file === "wording/en.yaml" && !pointer.slice(2).includes("/");
    for (const value of isSection ? [true] : [true, null]) {
      const { generated, synced } = await run(file, pointer, value);
      const want = [expect.objectContaining({ code: "specs-invalid", file: `specs/${file}`, pointer })];
      expect(generated.diagnostics).toEqual(want);
      expect(synced.diagnostics).toEqual(want);
    }
  });

  it.each<[string, string, unknown, string, string]>([
    ["names.json", "#/operations/AnswerCall/method", 5, "#/operations/AnswerCall/method", "It is no text."],
    ["names.json", "#/operations/AnswerCall/method", "", "#/operations/AnswerCall/method", "It is an empty text."],
    ...["calls..dial", ".dial", "calls."].map((method): [string, string, string, string, string] => {
      const pointer = "#/operations/AnswerCall/method";
      return ["names.json", pointer, method, pointer, `A part of ${method} is empty.`];
    }),
    ["names.json", "#/operations/a~1b", {}, "#/operations/a~1b", "It lacks method, type."],
    ["names.json", "#/events/a", { type: "A" }, "#/events/a", "It lacks event."],
    ["slice.json", "#/source", { repository: "r", path: "p" }, "#/source", "It lacks branch, download, commits."],
    ["slice.json", "#/leftOut/0", { operation: "GET /a" }, "#/leftOut/0", "It lacks reason."],
    ["voice.lock.json", "#/contract/operations", -0.5, "#/contract/operations", "It is no whole number."],
    ["wording/en.yaml", "#/events/a", { description: "d" }, "#/events/a", "It lacks summary."],
    ["wording/en.yaml", "#/glossary", ["a"], "#/glossary", "It is no object."],
    ["wording/en.yaml", "#/glossary/a", 404, "#/glossary/a", "It is no text."],
  ])("%s %s %j", async (file, changed, value, pointer, message) => {
    const { generated, synced } = await run(file, changed, value);
    const want = [expect.objectContaining({ code: "specs-invalid", file: `specs/${file}`, pointer, message })];
    expect(generated.diagnostics).toEqual(want);
    expect(synced.diagnostics).toEqual(want);
  });

  it("but a section of a wording that is still empty is none", async () => {
    const { generated } = await run("wording/en.yaml", "#/overrides", null);
    expect(generated.diagnostics.filter(({ code }) => code === "specs-invalid")).toEqual([]);
  });
});
