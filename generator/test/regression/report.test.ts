import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diagnose } from "../../src/diagnostic.ts";
import { changesText, comparisonText, diagnosticText, jsonText, visible, visibleLines } from "../../src/report.ts";

const ranges = [...[0x00, 0x1f, 0x7f, 0x9f], ...[0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069]] as const;
const unseen = ranges.flatMap((first, index) => {
  const last = ranges[index + 1] ?? first;
  return index % 2 === 0 ? Array.from({ length: last - first + 1 }, (_, step) => first + step) : [];
});
const all = String.fromCharCode(...unseen);
const shown = unseen.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
const plain = (_: string, text: string) => text;
const place = { file: all, pointer: `#/${all}` };

/** What of a text a terminal would act upon, less the line breaks. */
const raw = (text: string) => [...text].filter((character) => character !== "\n" && all.includes(character));

describe("what a terminal would act upon is written as its number", () => {
  it("alone and between others", () => {
    expect(visible(`a${all}b`)).toBe(`a${shown}b`);
    expect(visible("Größe \u00a0 \u{1f600} \\u001b \u2027\u202f\u2065\u206a")).toBe(
      "Größe \u00a0 \u{1f600} \\u001b \u2027\u202f\u2065\u206a",
    );
    expect(visibleLines("a\r\n\u001b[2J\n")).toBe("a\\u000d\n\\u001b[2J\n");
  });

  it("in a diagnostic", () => {
    const text = diagnosticText(diagnose("name-unused", all, place, all), plain);
    expect(text.split("\n")).toEqual([
      `debt name-unused at ${shown} #/${shown}`,
      `  ${shown} ${shown} Remove the entry from specs/names.json.`,
    ]);
  });

  it("in a comparison", () => {
    const difference = { added: [`+${all}`], removed: [`-${all}`], changed: [`~${all}`] };
    const text = comparisonText({ operations: difference, events: difference, schemas: difference }, plain);
    expect(raw(text)).toEqual([]);
    expect(text.split("\n")).toHaveLength(4 + 4 + 3);
  });

  it("in the names and texts of files", () => {
    const stale = [{ path: `a${all}`, text: `one\n${all}\n`, current: "one\n\u001b[2J\n" }];
    const text = changesText({ missing: [{ path: `b${all}`, text: "" }], stale, surplus: [`c${all}`] });
    // The program of the differences puts a tab between a name and what it stands for.
    expect(raw(text.replaceAll("\ton disk", "").replaceAll("\tgenerated", ""))).toEqual([]);
    expect(text).toContain("\n-\\u001b[2J\n");
  });

  it("in JSON, which stays the same", () => {
    const value = { [all]: [all, { a: `${all}\\u001b"` }] };
    expect(raw(jsonText(value))).toEqual([]);
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});

describe("a command on a document full of it", () => {
  const command = fileURLToPath(new URL("../../bin/telnyx-voice.mjs", import.meta.url));
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "report-"));
    const name = `\u001b]0;x\u0007${all}\u202e`;
    const get = (operationId: string, tag: string) => ({ get: { operationId, tags: [tag], responses: {} } });
    const upstream = {
      openapi: "3.1.0",
      info: { title: name, version: name },
      paths: { [`/a${name}`]: get(`A${name}`, "All"), [`/b${name}`]: get(`B${name}`, "None") },
    };
    const slice = {
      title: name,
      source: { repository: name, path: name, branch: "b", download: "", commits: "" },
      families: [{ name, title: name, tags: ["All"], operations: [`GET ${name}`], events: [name] }],
      watch: { paths: ["/"], events: [] },
      leftOut: [],
    };
    mkdirSync(join(folder, "specs"));
    writeFileSync(join(folder, "specs/slice.json"), JSON.stringify(slice));
    writeFileSync(join(folder, "upstream.json"), JSON.stringify(upstream));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("prints none of it raw", () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });
    const synced = run("sync", "--from", "upstream.json");
    expect(synced.status).toBe(0);
    expect(synced.stdout).toContain("\\u001b]0;x\\u0007");
    const generated = run("generate");
    expect(generated.status).toBe(0);
    const pages = join(folder, "packages/docs/generated/en");
    for (const page of readdirSync(pages))
      writeFileSync(join(pages, page), `\u001b[2J${readFileSync(join(pages, page))}`);
    const wrong = [run("sync", "--from", "\u001b[2J.json"), run("\u001b[2J")];
    const runs = [synced, generated, run("generate", "--check"), run("generate", "--json"), ...wrong];
    const texts = runs.flatMap(({ stdout, stderr }) => [stdout, stderr]);
    for (const text of texts) expect(raw(text.replaceAll(/^(---|\+\+\+) .*\t/gm, ""))).toEqual([]);
    expect(JSON.parse(runs[3]?.stdout ?? "").diagnostics).not.toEqual([]);
  });
});
