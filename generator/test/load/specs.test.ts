import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadSpecs, loadSyncedSpecs } from "../../src/load/specs.ts";

const source = { repository: "r", path: "p", branch: "b", download: "", commits: "" };
const slice = { title: "T", source, families: [], watch: { paths: [], events: [] }, leftOut: [] };
const names = { operations: {}, events: {} };
const contract = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {} };
const counts = { operations: 0, webhooks: 0, schemas: 0 };
const lock = {
  source: {},
  document: { openapi: "3.1.0", version: "1", sha256: "", ...counts },
  contract: { sha256: "", ...counts },
  unclaimed: [],
};

const files = {
  "slice.json": JSON.stringify(slice),
  "names.json": JSON.stringify(names),
  "voice.openapi.json": JSON.stringify(contract),
  "voice.lock.json": JSON.stringify(lock),
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "load-specs-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes files into the temp folder; null makes a folder of the name. */
async function write(contents: Record<string, string | null>): Promise<void> {
  for (const [path, text] of Object.entries(contents)) {
    const file = join(folder, path);
    await mkdir(text === null ? file : dirname(file), { recursive: true });
    if (text !== null) await writeFile(file, text);
  }
}

function texts({
  diagnostics,
}: {
  diagnostics: readonly { code: string; file?: string; message: string }[];
}): string[] {
  return diagnostics.map(({ code, file, message }) => `${code} ${file}: ${message}`);
}

describe("loadSyncedSpecs", () => {
  it("needs the slice alone", async () => {
    await write({ "slice.json": files["slice.json"] });
    expect(await loadSyncedSpecs(folder)).toEqual({ value: { slice }, diagnostics: [] });
  });

  it("reads what there is of the last run", async () => {
    await write(files);
    expect(await loadSyncedSpecs(folder)).toEqual({ value: { slice, names, contract, lock }, diagnostics: [] });
  });

  it.each([
    {
      what: "a slice that is missing",
      given: { "slice.json": undefined },
      want: ["specs-unreadable specs/slice.json: The file is missing."],
    },
    {
      what: "a slice that lacks parts",
      given: { "slice.json": JSON.stringify({ title: "T", source, families: [] }) },
      want: ["specs-invalid specs/slice.json: It lacks watch, leftOut."],
    },
    {
      what: "a slice that is a list",
      given: { "slice.json": "[]" },
      want: ["specs-invalid specs/slice.json: It is no object."],
    },
    {
      what: "names that are broken",
      given: { "names.json": "{" },
      want: [expect.stringContaining("specs-invalid specs/names.json: It cannot be parsed (")],
    },
    {
      what: "names that are empty",
      given: { "names.json": "" },
      want: [expect.stringContaining("specs-invalid specs/names.json: It cannot be parsed (")],
    },
    {
      what: "a contract without paths",
      given: { "voice.openapi.json": '{ "info": {} }' },
      want: ["specs-invalid specs/voice.openapi.json: It lacks paths."],
    },
    {
      what: "a lock that is a folder",
      given: { "voice.lock.json": null },
      want: ["specs-unreadable specs/voice.lock.json: The file cannot be read (EISDIR)."],
    },
  ])("refuses $what", async ({ given, want }) => {
    const contents = Object.entries({ ...files, ...given }).filter(([, text]) => text !== undefined);
    await write(Object.fromEntries(contents) as Record<string, string | null>);
    const outcome = await loadSyncedSpecs(folder);
    expect(texts(outcome)).toEqual(want);
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics[0]).toMatchObject({ severity: "error" });
  });

  it.each([
    { what: "a family without tags", given: { "slice.json": JSON.stringify({ ...slice, families: [{ name: "a" }] }) } },
    { what: "a watch without paths", given: { "slice.json": JSON.stringify({ ...slice, watch: {} }) } },
    {
      what: "a lock without what is unclaimed",
      given: { "voice.lock.json": JSON.stringify({ ...lock, unclaimed: undefined }) },
    },
  ])("refuses $what, which the pipeline would stumble over", async ({ given }) => {
    await write({ ...files, ...given });
    expect((await loadSyncedSpecs(folder)).diagnostics.map(({ code }) => code)).toEqual(["specs-invalid"]);
  });
});

describe("loadSpecs", () => {
  const overlay = (title: string) => `overlay: 1.0.0\ninfo: { title: ${title}, version: 1.0.0 }\nactions: []\n`;

  it("reads everything, corrections and wordings by name, English first", async () => {
    await write({
      ...files,
      "corrections/b.yaml": overlay("B"),
      "corrections/a.yaml": overlay("A"),
      "corrections/notes.md": "no correction",
      "wording/de.yaml": "glossary: { id: Kennung }",
      "wording/en.yaml": "families: { a: { summary: no } }",
      "wording/zh-CN.yaml": "{}",
      "wording/upstream.json": '{ "#/info": { "description": "d" } }',
      "triggers.yaml": "DialCall: [call.answered]",
      "v1-events.yaml": "dtmf: { event: call.dtmf.received, source: { kind: page, at: a } }",
      "severities.json": '{ "wording-missing": { "severity": "error", "reason": "r" } }',
    });
    const empty = { families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };
    const correction = (title: string, file: string) => ({
      overlay: "1.0.0",
      info: { title, version: "1.0.0" },
      actions: [],
      file,
    });
    expect(await loadSpecs(folder)).toEqual({
      value: {
        ...{ slice, names, contract, lock },
        corrections: [correction("A", "specs/corrections/a.yaml"), correction("B", "specs/corrections/b.yaml")],
        wordings: [
          { ...empty, language: "en", families: { a: { summary: "no" } } },
          { ...empty, language: "de", glossary: { id: "Kennung" } },
          { ...empty, language: "zh-CN" },
        ],
        examples: {},
        triggers: { DialCall: ["call.answered"] },
        texml: { callbacks: {}, components: { schemas: {} }, withoutSource: [] },
        v1Events: { dtmf: { event: "call.dtmf.received", source: { kind: "page", at: "a" } } },
        errorCodes: [],
        errors: {},
        history: [],
        upstreamWording: { "#/info": { description: "d" } },
        severities: { "wording-missing": { severity: "error", reason: "r" } },
      },
      diagnostics: [],
    });
  });

  it("manages without corrections, wordings and severities", async () => {
    await write(files);
    const empty = { corrections: [], wordings: [], upstreamWording: {}, triggers: {}, v1Events: {}, severities: {} };
    expect((await loadSpecs(folder)).value).toMatchObject(empty);
  });

  it("names everything that is missing", async () => {
    const want = Object.keys(files).map((file) => `specs-unreadable specs/${file}: The file is missing.`);
    expect(texts(await loadSpecs(folder))).toEqual(want);
    expect(texts(await loadSpecs(join(folder, "absent")))).toEqual(want);
  });

  it.each([
    {
      path: "corrections/a.yaml",
      text: "overlay: 1.0.0",
      want: "specs-invalid specs/corrections/a.yaml: It lacks info, actions.",
    },
    {
      path: "corrections/a.yaml",
      text: "a: b: c",
      want: "specs-invalid specs/corrections/a.yaml: It cannot be parsed (",
    },
    {
      path: "triggers.yaml",
      text: "DialCall: call.answered",
      want: "specs-invalid specs/triggers.yaml: It is no list.",
    },
    {
      path: "v1-events.yaml",
      text: "dtmf: { event: call.dtmf.received }",
      want: "specs-invalid specs/v1-events.yaml: It lacks source.",
    },
    {
      path: "v1-events.yaml",
      text: "dtmf: { event: call.dtmf.received, source: [] }",
      want: "specs-invalid specs/v1-events.yaml: It is an empty list.",
    },
    { path: "wording/en.yaml", text: "- a", want: "specs-invalid specs/wording/en.yaml: It is no object." },
    { path: "wording/en.yaml", text: "", want: "specs-invalid specs/wording/en.yaml: It cannot be parsed (" },
    {
      path: "wording/zh-CN.yaml",
      text: "terms: { leg: 支路 }",
      want: "specs-invalid specs/wording/zh-CN.yaml: It is no list.",
    },
    {
      path: "wording/upstream.json",
      text: "{",
      want: "specs-invalid specs/wording/upstream.json: It cannot be parsed (",
    },
    {
      path: "voice.openapi.json",
      text: '{ "paths": {} }',
      want: "specs-invalid specs/voice.openapi.json: It lacks info.",
    },
    {
      path: "voice.lock.json",
      text: JSON.stringify({ contract: lock.contract, unclaimed: [] }),
      want: "specs-invalid specs/voice.lock.json: It lacks source, document.",
    },
  ])("refuses $path that holds $text", async ({ path, text, want }) => {
    await write(Object.fromEntries(Object.entries(files).filter(([name]) => name !== path)));
    await write({ [path]: text });
    const outcome = await loadSpecs(folder);
    expect(texts(outcome)).toEqual([expect.stringContaining(want)]);
    expect(outcome.value).toBeUndefined();
  });

  it.each<{ what: string; given: Record<string, unknown>; want: readonly string[] }>([
    {
      what: "what it can be",
      given: {
        "callback-left": { severity: "error", reason: "Not even in a lenient run." },
        "default-invalid": { severity: "warning", reason: "r" },
        "enum-values-alike": { severity: "error", reason: "r" },
        "wording-missing": { severity: "debt", reason: "r" },
      },
      want: [],
    },
    {
      what: "a code that there is not",
      given: { "corection-unmatched": { severity: "error", reason: "r" }, constructor: {}, toString: 1 },
      want: [
        "#/corection-unmatched There is no diagnostic corection-unmatched. Did you mean correction-unmatched?",
        "#/constructor There is no diagnostic constructor. Correct the file",
        "#/toString There is no diagnostic toString. Correct the file",
      ],
    },
    {
      what: "no reason",
      given: { "name-unused": { severity: "error" }, "wording-unused": { severity: "error", reason: " " } },
      want: [
        "#/name-unused The entry for name-unused gives no reason.",
        "#/wording-unused The entry for wording-unused gives no reason.",
      ],
    },
    {
      what: "no severity",
      given: { "name-unused": "error", "wording-unused": { severity: "fatal", reason: "r" } },
      want: [
        "#/name-unused The severity of name-unused is none of error, debt, warning.",
        "#/wording-unused The severity of wording-unused is none of error, debt, warning.",
      ],
    },
    {
      what: "a lowered error",
      given: {
        "family-missing": { severity: "debt", reason: "r" },
        "callback-left": { severity: "warning", reason: "r" },
      },
      want: [
        "#/family-missing family-missing is an error and cannot be lowered to a debt: the packages",
        "#/callback-left callback-left is an error and cannot be lowered to a warning: the packages",
      ],
    },
  ])("looks at severities: $what", async ({ given, want }) => {
    await write({ ...files, "severities.json": JSON.stringify(given) });
    const { value, diagnostics } = await loadSpecs(folder);
    const lines = diagnostics.map(({ pointer, message, fix }) => `${pointer} ${message} ${fix}`);
    expect(lines).toEqual(want.map((line) => expect.stringContaining(line)));
    expect(diagnostics.filter(({ code, file }) => `${code} ${file}` !== "specs-invalid specs/severities.json")).toEqual(
      [],
    );
    expect(value?.severities).toEqual(want.length === 0 ? given : undefined);
  });

  it("refuses severities that are no object", async () => {
    await write({ ...files, "severities.json": "[]" });
    const message = "It is no object.";
    expect(texts(await loadSpecs(folder))).toEqual([`specs-invalid specs/severities.json: ${message}`]);
  });

  it("reports a file that cannot be read once", async () => {
    await write({ ...files, "corrections/a.yaml": null });
    const message = "The file cannot be read (EISDIR).";
    expect(texts(await loadSpecs(folder))).toEqual([`specs-unreadable specs/corrections/a.yaml: ${message}`]);
  });
});
