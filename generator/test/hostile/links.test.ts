import { spawnSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runSync } from "../../src/run-sync.ts";
import { generateDocs, look, put, specsFiles } from "./folders.ts";

let folder = "";
let victim = "";

const precious = {
  "precious.txt": "mine",
  "nested/deep.txt": "mine",
  "generated/mine.md": "mine",
  "skills/a.md": "mine",
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "links-"));
  victim = join(folder, "victim");
  put(join(folder, "specs"), specsFiles());
  put(victim, precious);
  mkdirSync(join(folder, "packages"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a link to the victim at a place below the folder. */
function link(path: string, to = victim): void {
  rmSync(join(folder, path), { recursive: true, force: true });
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  symlinkSync(to, join(folder, path));
}

const refused = (path: string) => ({
  code: "output-unusable",
  severity: "error",
  file: join(folder, path),
  message: "It is a link. Nothing is written or removed through a link.",
  fix: "Remove the link, or put a folder in its place, and run the command again.",
});

describe("generate refuses a link", () => {
  it.each([
    ["in the place of an owned folder", "packages/client/src/generated"],
    ["one level up", "packages/docs"],
    ["two levels up", "packages/types/src"],
    ["beside the packages", ".claude-plugin"],
    ["in the place of a folder within an owned one", "packages/docs/generated/en"],
  ])("%s", async (_, path) => {
    link(path);
    const before = look(victim);
    for (const check of [false, true]) {
      const { ok, diagnostics } = await generateDocs(folder, "packages", check);
      expect({ ok, diagnostics }).toEqual({ ok: false, diagnostics: [refused(path)] });
    }
    expect(look(victim)).toEqual(before);
    expect(lstatSync(join(folder, path)).isSymbolicLink()).toBe(true);
    expect(
      Object.values(look(join(folder, "packages"))).filter((fact) => fact !== "(folder)" && fact !== "(other)"),
    ).toEqual([]);
  });

  it("that leads nowhere", async () => {
    link("packages/docs", join(folder, "absent"));
    expect(await generateDocs(folder)).toMatchObject({ ok: false, diagnostics: [refused("packages/docs")] });
    expect(look(folder)).not.toHaveProperty("absent");
  });

  it("that leads to another owned folder", async () => {
    await generateDocs(folder);
    const skills = look(join(folder, "packages/docs/skills"));
    link("packages/docs/generated", join(folder, "packages/docs/skills"));
    expect(await generateDocs(folder)).toMatchObject({ ok: false, diagnostics: [refused("packages/docs/generated")] });
    expect(look(join(folder, "packages/docs/skills"))).toEqual(skills);
  });
});

describe("generate puts files in the place of links to files, and leaves what those lead to", () => {
  it.each([
    ["a file", "victim/precious.txt"],
    ["a folder", "victim/nested"],
    ["nothing", "absent"],
  ])("to %s", async (_, to) => {
    await generateDocs(folder);
    const written = look(join(folder, "packages"));
    for (const path of ["packages/docs/generated/en/index.md", "packages/docs/skills/surplus.md"])
      link(path, join(folder, to));
    const { ok, changes } = await generateDocs(folder);
    expect({ ok, surplus: changes.surplus }).toEqual({ ok: true, surplus: ["docs/skills/surplus.md"] });
    expect(look(join(folder, "packages"))).toEqual(written);
    expect(look(victim)).toMatchObject(precious);
    expect(look(folder)).not.toHaveProperty("absent");
  });

  it.skipIf(process.platform === "win32")("and does not wait for a pipe to say something", async () => {
    await generateDocs(folder);
    const written = look(join(folder, "packages"));
    const page = join(folder, "packages/docs/generated/en/index.md");
    rmSync(page);
    expect(spawnSync("mkfifo", [page]).status).toBe(0);
    expect((await generateDocs(folder)).ok).toBe(true);
    expect(look(join(folder, "packages"))).toEqual(written);
  });
});

it("generate takes the folders that it is given, though they are links", async () => {
  mkdirSync(join(folder, "real/packages"), { recursive: true });
  symlinkSync(join(folder, "real"), join(folder, "near"));
  expect((await generateDocs(folder, "near/packages")).ok).toBe(true);
  expect(look(join(folder, "real"))).toHaveProperty(".claude-plugin/marketplace.json");
  expect(look(join(folder, "real"))).toHaveProperty("packages/docs/generated/en/index.md");
  symlinkSync(join(folder, "real/packages"), join(folder, "named"));
  expect((await generateDocs(folder, "named")).ok).toBe(true);
});

describe("sync refuses a link", () => {
  const document = (paths: readonly string[]) =>
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: Object.fromEntries(
        paths.map((path) => [
          path,
          { get: { operationId: `Get${path}`, summary: "s", tags: ["Calls"], responses: {} } },
        ]),
      ),
    });
  const sync = (wording: "own" | "upstream") =>
    runSync({
      from: join(folder, "document.json"),
      specs: join(folder, "specs"),
      wording,
      check: false,
      // It has other operations than the small contract.
      allowLosses: true,
    });

  it.each([
    ["in the place of the history", "specs/history", "own"],
    ["in the place of the wording", "specs/wording", "upstream"],
  ] as const)("%s", async (_, path, wording) => {
    put(folder, { "document.json": document(["/a"]) });
    expect((await sync("own")).ok).toBe(true);
    put(folder, { "document.json": document(["/a", "/b"]) });
    link(path);
    const before = look(folder);
    const { ok, diagnostics } = await sync(wording);
    expect(ok).toBe(false);
    expect(diagnostics).toContainEqual(refused(path));
    expect(look(folder)).toEqual(before);
  });

  it("and removes no text of upstream's through one", async () => {
    put(folder, { "document.json": document(["/a"]), "victim/upstream.json": "{}" });
    link("specs/wording");
    const { ok, diagnostics } = await sync("own");
    expect(ok).toBe(false);
    expect(diagnostics).toContainEqual(refused("specs/wording"));
    expect(look(victim)).toMatchObject({ "upstream.json": "{}" });
  });

  it("in the place of a file by the file, and leaves what it leads to", async () => {
    put(folder, {
      "document.json": document(["/a"]),
      "victim/contract.json": specsFiles()["voice.openapi.json"] ?? "",
    });
    const before = look(victim);
    link("specs/voice.openapi.json", join(victim, "contract.json"));
    expect((await sync("own")).ok).toBe(true);
    expect(lstatSync(join(folder, "specs/voice.openapi.json")).isFile()).toBe(true);
    expect(look(victim)).toEqual(before);
  });
});
