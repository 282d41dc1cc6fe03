import { createHash } from "node:crypto";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDocument } from "../../src/load/document.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "load-document-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Writes a file into the temp folder and loads it. */
async function loadText(text: string | Uint8Array, name = "openapi.yml") {
  const file = join(folder, name);
  await writeFile(file, text);
  return loadDocument(file);
}

/** What failed, as `<code> <pointer>: <message>`; all of it is an error at the file, and there is no value. */
function failure({ value, diagnostics }: Awaited<ReturnType<typeof loadDocument>>, file: string) {
  const [diagnostic, ...others] = diagnostics;
  expect(others).toEqual([]);
  expect(value).toBeUndefined();
  expect(diagnostic).toMatchObject({ severity: "error", file });
  return `${diagnostic?.code} ${diagnostic?.pointer ?? ""}: ${diagnostic?.message}`;
}

const document = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: { "/calls": { get: { responses: { "200": { description: "one: two" } } } } },
};

const yaml = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /calls:
    get:
      responses:
        200:
          description: "one: two"
`;

describe("a document in a file", () => {
  it.each([
    { what: "JSON", text: JSON.stringify(document) },
    { what: "YAML", text: yaml },
    { what: "JSON with a byte order mark and blank lines", text: `\uFEFF\n\n ${JSON.stringify(document)}\n` },
    { what: "YAML with a byte order mark and a comment", text: `\uFEFF# Telnyx\n---\n${yaml}` },
  ])("is read as $what", async ({ text }) => {
    const { value, diagnostics } = await loadText(text);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      document,
      sha256: createHash("sha256").update(text).digest("hex"),
      origin: { file: "openapi.yml" },
    });
  });

  it("is read by what it looks like, whatever its ending", async () => {
    expect((await loadText(yaml, "openapi.json")).value?.document).toEqual(document);
    expect((await loadText(JSON.stringify(document), "openapi.yaml")).value?.document).toEqual(document);
  });

  it("has YAML's plain words and dates as text, as JSON has", async () => {
    const words = "enum: [yes, no, on, off, 2024-01-02, 12:30:00, 0o7, 1_000, null, true, 1.5, ~]";
    const { value } = await loadText(`${yaml}components: { schemas: { A: { ${words} } } }\n`);
    expect(value?.document.components?.schemas?.["A"]?.enum).toEqual([
      "yes",
      "no",
      "on",
      "off",
      "2024-01-02",
      "12:30:00",
      7,
      "1_000",
      null,
      true,
      1.5,
      null,
    ]);
  });

  it.each([
    { name: "2026-07-16-307d955.yml", origin: { commit: "307d955", date: "2026-07-16" } },
    { name: `2026-07-16-${"0a".repeat(20)}.json`, origin: { commit: "0a".repeat(20), date: "2026-07-16" } },
    { name: "2026-07-16-notes.yml", origin: { file: "2026-07-16-notes.yml" } },
    { name: "x-2026-07-16-307d955.yml", origin: { file: "x-2026-07-16-307d955.yml" } },
    { name: "2026-07-16-307d9.yml", origin: { file: "2026-07-16-307d9.yml" } },
  ])("that is named $name comes from $origin", async ({ name, origin }) => {
    expect((await loadText(yaml, name)).value?.origin).toEqual(origin);
  });

  it.each(["3.0.0", "3.0.3", "3.1.0", "3.1.1"])("may be of version %s", async (openapi) => {
    expect((await loadText(JSON.stringify({ ...document, openapi }))).value?.document.openapi).toBe(openapi);
  });

  it("may hold webhooks alone, and has no paths then", async () => {
    const { paths: _, ...rest } = document;
    const { value } = await loadText(JSON.stringify({ ...rest, webhooks: {} }));
    expect(value?.document).toEqual({ ...rest, webhooks: {}, paths: {} });
  });
});

describe("YAML with anchors", () => {
  const schemasOf = async (text: string) =>
    (await loadText(`${yaml}components:\n  schemas:\n${text}`)).value?.document.components?.schemas ?? {};

  it("has for each alias what it stands for, as an object of its own", async () => {
    const { A, B, C } = await schemasOf("    A: &a { type: object, enum: [x] }\n    B: *a\n    C: { items: *a }\n");
    expect([B, C]).toEqual([A, { items: A }]);
    expect([B === A, C?.items === A, B?.enum === A?.enum]).toEqual([false, false, false]);
  });

  it("has what its merge keys merge", async () => {
    const { B } = await schemasOf("    A: &a { type: string, maxLength: 9 }\n    B: { <<: *a, maxLength: 5 }\n");
    expect(B).toEqual({ type: "string", maxLength: 5 });
    expect((await schemasOf("    A: { <<: { type: string }, maxLength: 5 }\n"))["A"]).toEqual(B);
  });
});

describe("a document that is none", () => {
  const multiplied = Array.from({ length: 30 }, (_, level) => `&l${level + 1} [*l${level}, *l${level}]`).join(", ");
  const { openapi: _, ...withoutVersion } = document;

  it.each([
    { text: "{ broken", want: "source-unparsable : It is neither JSON nor YAML (" },
    { text: "a: b: c", want: "source-unparsable : It is neither JSON nor YAML (" },
    { text: "a: 1\na: 2\n", want: "source-unparsable : It is neither JSON nor YAML (duplicated mapping key" },
    {
      text: "",
      want: "source-unparsable : It is neither JSON nor YAML (expected a document, but the input is empty).",
    },
    { text: "just text", want: "source-unparsable : It does not hold an object." },
    { text: "[1]", want: "source-unparsable : It does not hold an object." },
    { text: "null", want: "source-unparsable : It does not hold an object." },
    { text: "<html><body>Not found</body></html>", want: "source-unparsable : It does not hold an object." },
    { text: JSON.stringify(withoutVersion), want: "source-unparsable : It has no `openapi` field." },
    { text: '{ "swagger": "2.0" }', want: "openapi-unsupported #/openapi: It is of version 2.0." },
    { text: '{ "openapi": "3.2.0" }', want: "openapi-unsupported #/openapi: It is of version 3.2.0." },
    { text: '{ "openapi": "4.0.0" }', want: "openapi-unsupported #/openapi: It is of version 4.0.0." },
    {
      text: "openapi: 3.1",
      want: "openapi-unsupported #/openapi: It is of version 3.1, which lacks its third number.",
    },
    {
      text: '{ "openapi": "3.0" }',
      want: "openapi-unsupported #/openapi: It is of version 3.0, which lacks its third number.",
    },
    { text: '{ "openapi": "3.1.0" }', want: "source-unparsable #/info: It has no `info` with a version." },
    {
      text: '{ "openapi": "3.1.0", "info": { "version": 1 } }',
      want: "source-unparsable #/info/version: The version of its `info` is no text: put it into quotes.",
    },
    {
      text: '{ "openapi": "3.1.0", "info": { "version": "1" } }',
      want: "source-unparsable #/paths: It has neither `paths` nor `webhooks`.",
    },
    {
      text: '{ "openapi": "3.1.0", "info": { "version": "1" }, "paths": [] }',
      want: "source-unparsable #/paths: It has neither `paths` nor `webhooks`.",
    },
  ])("is refused: $text", async ({ text, want }) => {
    expect(failure(await loadText(text), join(folder, "openapi.yml"))).toContain(want);
  });

  it.each([
    { what: "stand for themselves", text: `${yaml}components: { schemas: { A: &a { items: *a } } }\n` },
    { what: "multiply", text: `${yaml}x: [&l0 [1], ${multiplied}]\n` },
  ])("is refused where aliases $what", async ({ text }) => {
    const start = performance.now();
    const reason = "source-unparsable : Its aliases stand for more than 500000 values.";
    expect(failure(await loadText(text), join(folder, "openapi.yml"))).toBe(reason);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it.each([
    { what: "no text", bytes: Uint8Array.from({ length: 1_000 }, (_, index) => (index * 7) % 256) },
    { what: "Latin-1", bytes: Buffer.from(`${yaml}# caf\u00e9\n`, "latin1") },
    { what: "UTF-16", bytes: Buffer.from(`\uFEFF${yaml}`, "utf16le") },
    { what: "gzip", bytes: gzipSync(yaml) },
  ])("is refused where bytes are $what", async ({ bytes }) => {
    const want = "source-unparsable : It is not encoded in UTF-8.";
    expect(failure(await loadText(bytes), join(folder, "openapi.yml"))).toBe(want);
  });

  it.each([
    { where: "#/paths", text: '{ "paths": { "/a": {}, "/b": { "/a": 1 }, "/\\u0061": {} } }', key: "/a" },
    { where: "#", text: '{ "a": "b: \\" {", "b": [1, [{}]], "a" : 2 }', key: "a" },
    { where: "#/list/2/1", text: '{ "list": [0, {"x": [1, 2]}, [1, { "x": 1, "y": 2, "x": 3 }]] }', key: "x" },
  ])("is refused where a key of JSON stands twice, at $where", async ({ where, text, key }) => {
    const want = `source-unparsable : The key ${key} stands twice at ${where}.`;
    expect(failure(await loadText(text), join(folder, "openapi.yml"))).toBe(want);
  });

  it("is refused where JSON has 30,000 levels", async () => {
    const text = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
    const want = "source-unparsable : It is nested deeper than 1100 levels.";
    expect(failure(await loadText(text), join(folder, "openapi.yml"))).toBe(want);
  });

  it("is refused where there is no file", async () => {
    const file = join(folder, "absent.yml");
    expect(failure(await loadDocument(file), file)).toBe("source-unreadable : The document cannot be read (ENOENT).");
  });

  it("is refused where the file is a folder", async () => {
    expect(failure(await loadDocument(folder), folder)).toBe(
      "source-unreadable : The document cannot be read (EISDIR).",
    );
  });

  it("is refused beyond 64 MiB", async () => {
    const file = join(folder, "large.yml");
    await writeFile(file, "");
    await truncate(file, 64 * 1024 * 1024 + 1);
    expect(failure(await loadDocument(file), file)).toBe("source-too-large : The document is over 64 MiB.");
  });
});

describe("a document at an address", () => {
  let server: Server;
  let address = "";
  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader("etag", '"abc"');
      response.end(
        request.url === "/spec3.json" ? JSON.stringify(document) : request.url === "/spec3.yml" ? yaml : "<html>",
      );
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  it.each([
    { path: "/spec3.json", text: JSON.stringify(document) },
    { path: "/spec3.yml", text: yaml },
  ])("is downloaded from $path, with its ETag and sha256", async ({ path, text }) => {
    const { value, diagnostics } = await loadDocument(`${address}${path}`);
    expect(diagnostics).toEqual([]);
    expect(value).toEqual({
      document,
      sha256: createHash("sha256").update(text).digest("hex"),
      origin: { url: `${address}${path}`, etag: '"abc"' },
    });
  });

  it("is refused where the answer is none", async () => {
    expect(failure(await loadDocument(`${address}/other`), `${address}/other`)).toContain("source-unparsable");
  });
});
