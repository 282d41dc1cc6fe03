import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generatedFolders } from "../src/generated-folders.ts";
import { makePrograms } from "../src/make-programs.ts";
import { type GenerateOptions, runGenerate } from "../src/run-generate.ts";
import type { Names, Specs } from "../src/specs.ts";
import { smallSpecs } from "./small-specs.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "generate-"));
  await writeSpecs(smallSpecs());
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const below = (...parts: readonly string[]) => join(folder, ...parts);

/** Writes specs as the files that they are read from. */
async function writeSpecs({ slice, names, contract, lock, corrections, wordings }: Specs): Promise<void> {
  await Promise.all(["corrections", "wording"].map((name) => mkdir(below("specs", name), { recursive: true })));
  const files = { "slice.json": slice, "names.json": names, "voice.openapi.json": contract, "voice.lock.json": lock };
  for (const [name, value] of Object.entries(files)) await writeFile(below("specs", name), JSON.stringify(value));
  // JSON is YAML as well.
  for (const { language, ...rest } of wordings) {
    await writeFile(below("specs", "wording", `${language}.yaml`), JSON.stringify(rest));
  }
  for (const [index, correction] of corrections.entries()) {
    await writeFile(below("specs", "corrections", `${index}.yaml`), JSON.stringify(correction));
  }
}

function run(options: Partial<GenerateOptions> = {}) {
  const usual = { specs: below("specs"), out: below("packages"), check: false, lenient: false };
  return runGenerate({ ...usual, ...options }, (_, stage) => stage(), makePrograms);
}

/** All files of a folder below it, with texts and times of change. */
async function tree(
  root: string,
  folders: readonly string[] = ["."],
): Promise<Record<string, { text: string; time: number }>> {
  const found: Record<string, { text: string; time: number }> = {};
  for (const name of folders) {
    const entries = await readdir(join(root, name), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter((candidate) => candidate.isFile())) {
      const path = join(entry.parentPath, entry.name);
      found[path.slice(root.length + 1)] = { text: await readFile(path, "utf8"), time: (await stat(path)).mtimeMs };
    }
  }
  return found;
}

const texts = (files: Record<string, { text: string }>) =>
  Object.fromEntries(
    Object.entries(files)
      .map(([path, { text }]) => [path, text])
      .sort(),
  );

describe("runGenerate", () => {
  it("writes every file, then nothing as long as nothing changes", async () => {
    const first = await run();
    expect(first).toMatchObject({ ok: true, diagnostics: [], changes: { stale: [], surplus: [] } });
    expect(first.changes.missing).toHaveLength(45);
    const written = await tree(below("packages"));
    expect(Object.keys(written)).toHaveLength(44);
    const second = await run();
    expect(second).toMatchObject({ ok: true, changes: { missing: [], stale: [], surplus: [] } });
    expect(await tree(below("packages"))).toEqual(written);
  });

  it("lists the skills at the root of a repository, and nowhere beside another folder", async () => {
    await run();
    expect(Object.keys(await tree(below(".claude-plugin")))).toEqual(["marketplace.json"]);
    await writeFile(below(".claude-plugin/marketplace.json"), "{}");
    expect(await run({ check: true })).toMatchObject({ ok: false });
    await rm(below(".claude-plugin"), { recursive: true });
    const { changes } = await run({ out: below("elsewhere") });
    expect(changes.missing).toHaveLength(44);
    expect(await readdir(folder)).not.toContain(".claude-plugin");
  });

  it("mends what is changed, missing and surplus, and leaves what is written by hand", async () => {
    await run();
    const written = await tree(below("packages"));
    await writeFile(below("packages/client/src/generated/operations.ts"), "changed");
    await rm(below("packages/docs/generated/en/index.md"));
    await mkdir(below("packages/types/src/generated/old"));
    await writeFile(below("packages/types/src/generated/old/a.ts"), "surplus");
    await writeFile(below("packages/client/src/index.ts"), "by hand");
    const { ok, changes } = await run();
    expect(ok).toBe(true);
    expect(changes.stale.map(({ path }) => path)).toEqual(["client/src/generated/operations.ts"]);
    expect(changes.missing.map(({ path }) => path)).toEqual(["docs/generated/en/index.md"]);
    expect(changes.surplus).toEqual(["types/src/generated/old/a.ts"]);
    expect(texts(await tree(below("packages")))).toEqual(
      texts({ ...written, "client/src/index.ts": { text: "by hand" } }),
    );
  });

  it("makes of the repository's specs what is committed", { timeout: 30_000 }, async () => {
    const { ok, diagnostics } = await run({ specs: join(repository, "specs") });
    expect(diagnostics).toEqual([]);
    expect(ok).toBe(true);
    const fresh = texts(await tree(below("packages")));
    const committed = texts(await tree(join(repository, "packages"), generatedFolders(below("elsewhere"))));
    expect(Object.keys(fresh)).toEqual(Object.keys(committed));
    for (const [path, text] of Object.entries(fresh)) expect(text === committed[path], path).toBe(true);
    const [marketplace, listed] = [await tree(below(".claude-plugin")), await tree(join(repository, ".claude-plugin"))];
    expect(texts(marketplace)).toEqual(texts(listed));
  });
});

describe("runGenerate with check", () => {
  const tables: readonly [string, () => Promise<unknown>][] = [
    ["a file that was changed", () => writeFile(below("packages/client/src/generated/operations.ts"), "changed")],
    ["a file that is missing", () => rm(below("packages/docs/generated/en/index.md"))],
    ["a file that nothing makes", () => writeFile(below("packages/types/src/generated/a.ts"), "surplus")],
    ["no files at all", () => rm(below("packages"), { recursive: true })],
  ];
  it.each(tables)("fails for %s, and writes nothing", async (_, spoil) => {
    await run();
    await spoil();
    const before = await tree(folder);
    const { ok, diagnostics, changes } = await run({ check: true });
    expect({ ok, diagnostics }).toEqual({ ok: false, diagnostics: [] });
    expect(Object.values(changes).flat()).not.toEqual([]);
    expect(await tree(folder)).toEqual(before);
  });

  it("is content with what was generated", async () => {
    await run();
    expect(await run({ check: true })).toMatchObject({ ok: true, changes: { missing: [], stale: [], surplus: [] } });
  });

  const source = { kind: "document", at: "another place" } as const;
  const correction = (target: string) => ({
    file: "",
    overlay: "1.0.0",
    info: { title: "A", version: "1" },
    actions: [{ target, description: "A reason.", source, update: { version: "2.0.0" } }],
  });
  it.each<[string, Specs, string, string]>([
    [
      "a correction that finds nothing",
      smallSpecs((specs) => specs.corrections.push(correction("$.gone"))),
      "correction-unmatched",
      "specs/corrections/0.yaml",
    ],
    [
      "a correction that changes nothing",
      smallSpecs((specs) => specs.corrections.push(correction("$.info"))),
      "correction-unneeded",
      "specs/corrections/0.yaml",
    ],
    [
      "a text that is missing",
      smallSpecs(({ wordings }) => delete wordings[0]?.operations["DialCall"]),
      "wording-missing",
      "specs/wording/en.yaml",
    ],
    [
      "a text for nothing",
      smallSpecs(({ wordings }) => Object.assign(wordings[0]?.glossary ?? {}, { gone: "" })),
      "wording-unused",
      "specs/wording/en.yaml",
    ],
  ])("fails for %s, which a plain run only reports", async (_, specs, code, file) => {
    await writeSpecs(specs);
    const plain = await run();
    expect(plain.ok).toBe(true);
    expect(plain.diagnostics).toEqual([expect.objectContaining({ code, severity: "debt", file })]);
    const checked = await run({ check: true });
    expect(checked.ok).toBe(false);
    expect(checked.changes).toEqual({ missing: [], stale: [], surplus: [] });
  });
});

describe("runGenerate: errors leave the packages as they were", () => {
  const withoutDial = async () => {
    const names = JSON.parse(await readFile(below("specs/names.json"), "utf8")) as {
      operations: Record<string, unknown>;
    };
    delete names.operations["DialCall"];
    await writeFile(below("specs/names.json"), JSON.stringify(names satisfies Partial<Record<keyof Names, unknown>>));
  };
  const tables: readonly [string, () => Promise<unknown>, string][] = [
    ["a name that is missing", withoutDial, "operation-without-name"],
    ["a file that is no JSON", () => writeFile(below("specs/names.json"), "{"), "specs-invalid"],
    ["a file that is missing", () => rm(below("specs/voice.openapi.json")), "specs-unreadable"],
    ["a file that lacks a part", () => writeFile(below("specs/slice.json"), "{}"), "specs-invalid"],
    ["a correction that is no YAML", () => writeFile(below("specs/corrections/a.yaml"), "a: [b"), "specs-invalid"],
    ["a folder of specs that is missing", () => rm(below("specs"), { recursive: true }), "specs-unreadable"],
  ];
  it.each(tables)("%s", async (_, spoil, code) => {
    await run();
    await writeFile(below("packages/client/src/generated/operations.ts"), "changed");
    await spoil();
    const before = await tree(below("packages"));
    const { ok, diagnostics, changes, counts } = await run();
    expect({ ok, changes, counts }).toEqual({
      ok: false,
      changes: { missing: [], stale: [], surplus: [] },
      counts: undefined,
    });
    expect(diagnostics.map((diagnostic) => [diagnostic.severity, diagnostic.code])).toContainEqual(["error", code]);
    expect(await tree(below("packages"))).toEqual(before);
  });

  it("a place that cannot be written to", async () => {
    await mkdir(below("packages"));
    await writeFile(below("packages/docs"), "a file where a folder is wanted");
    const { ok, diagnostics } = await run();
    expect(ok).toBe(false);
    expect(diagnostics).toEqual([
      expect.objectContaining({ severity: "error", code: "output-unusable", file: below("packages") }),
    ]);
    expect(texts(await tree(below("packages")))).toEqual({ docs: "a file where a folder is wanted" });
  });

  it("goes through with lenient, where the name can be proposed", async () => {
    await withoutDial();
    const { ok, diagnostics } = await run({ lenient: true });
    expect({ ok, diagnostics }).toEqual({ ok: true, diagnostics: [] });
    expect(await readFile(below("packages/client/src/generated/resources/calls.ts"), "utf8")).toContain(
      "create(body: DialCallRequest",
    );
    expect(JSON.parse(await readFile(below("specs/names.json"), "utf8")).operations).not.toHaveProperty("DialCall");
  });

  it("reads corrections and languages from their folders", async () => {
    await cp(below("specs/wording/en.yaml"), below("specs/wording/de.yaml"));
    await writeFile(
      below("specs/corrections/title.yaml"),
      "overlay: 1.0.0\ninfo: { title: Title, version: '1' }\nactions:\n" +
        "  - target: $.info\n    description: Ours.\n    source: { kind: document, at: elsewhere }\n    update: { title: Corrected }\n",
    );
    const { ok, counts } = await run();
    expect({ ok, files: counts?.files }).toMatchObject({ ok: true });
    expect(await readFile(below("packages/docs/generated/de/index.md"), "utf8")).toContain("# Corrected\n");
  });
});

describe("runGenerate: what was wrong once", () => {
  it.each([
    ["a section of a wording that is empty", "wording/xx.yaml", "overrides:\n"],
    [
      "a correction without actions",
      "corrections/a.yaml",
      "overlay: 1.0.0\ninfo: { title: A, version: '1' }\nactions:\n",
    ],
  ])("does not throw for %s", async (_, path, text) => {
    await writeFile(below("specs", path), text);
    await expect(run()).resolves.toBeDefined();
  });
});
