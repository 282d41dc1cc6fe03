import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenApiDocument, Schema } from "../src/document/openapi.ts";
import { makePrograms } from "../src/make-programs.ts";
import { runGenerate } from "../src/run-generate.ts";
import { runSync } from "../src/run-sync.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "odd-"));
  await mkdir(join(folder, "specs"));
  const slice = {
    title: "Odd",
    source: {
      repository: "r",
      path: "p",
      branch: "b",
      download: "http://127.0.0.1:9/{ref}",
      commits: "http://127.0.0.1:9/",
    },
    families: [{ name: "all", title: "All", tags: ["All"], operations: [], events: [] }],
    watch: { paths: [], events: [] },
    leftOut: [],
  };
  await writeFile(join(folder, "specs/slice.json"), JSON.stringify(slice));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A document with one operation that takes and answers the schema `Odd`. */
function documentOf(Odd: unknown, more: Record<string, unknown> = {}): OpenApiDocument {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Odd" } } };
  const post = {
    operationId: "SendOdd",
    tags: ["All"],
    requestBody: { required: true, content },
    responses: { 200: { description: "", content } },
  };
  const components = { schemas: { Odd, ...more } as Record<string, Schema> };
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/odd": { post } }, components };
}

async function play(text: string, isLenient = false) {
  const from = join(folder, "upstream.json");
  await writeFile(from, text);
  const specs = join(folder, "specs");
  const synced = await runSync({ from, specs, wording: "own", check: false });
  if (!synced.ok) return { diagnostics: synced.diagnostics, text: "" };
  const options = { specs, out: join(folder, "packages"), check: false, lenient: isLenient };
  const { diagnostics } = await runGenerate(options, (_, run) => run(), makePrograms);
  const file = join(folder, "packages/types/src/generated/openapi.ts");
  return { diagnostics, text: await readFile(file, "utf8").catch(() => "") };
}

const errors = (diagnostics: readonly { severity: string; code: string }[]) =>
  diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);

/** What a parser has against a program. */
function syntaxErrors(text: string): string[] {
  const file = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022) as unknown as { parseDiagnostics: object[] };
  return file.parseDiagnostics.map((diagnostic) => JSON.stringify(diagnostic));
}

function nested(levels: number): Schema {
  let schema: Schema = { type: "string" };
  for (let level = 0; level < levels; level++) schema = { type: "object", properties: { a: schema } };
  return schema;
}

describe("an odd document that is allowed", () => {
  it.each<[string, unknown, Record<string, unknown>?]>([
    ["a schema that contains itself", { type: "object", properties: { again: { $ref: "#/components/schemas/Odd" } } }],
    [
      "two schemas that contain each other",
      { type: "array", items: { $ref: "#/components/schemas/Other" } },
      { Other: { type: "object", properties: { back: { $ref: "#/components/schemas/Odd" } } } },
    ],
    [
      "a property called __proto__",
      JSON.parse('{ "type": "object", "properties": { "__proto__": { "type": "string" } } }'),
    ],
    ["a schema called __proto__", {}, JSON.parse('{ "__proto__": { "type": "string" } }')],
    ["an empty schema", {}],
    ["a schema that is true", true],
    ["a schema that is false", false],
    ["a property that is true", { type: "object", properties: { any: true, none: false } }],
    ["a list of types", { type: ["string", "integer", "null"] }],
    ["a list of no types", { type: [] }],
    [
      "a reference with siblings",
      { $ref: "#/components/schemas/Other", deprecated: true },
      { Other: { type: "string" } },
    ],
    ["an enum of several types", { enum: ["a", 1, null, true, { b: [] }] }],
    ["required fields that are not declared", { type: "object", required: ["ghost"], properties: {} }],
    ["an object of anything", { type: "object", additionalProperties: true }],
    ["an allOf of nothing", { allOf: [] }],
    ["a oneOf of nothing", { oneOf: [] }],
  ])("%s becomes types", async (_, odd, more) => {
    const { diagnostics, text } = await play(JSON.stringify(documentOf(odd, more)));
    expect(errors(diagnostics)).toEqual([]);
    expect(text).toContain("SendOdd");
    expect(syntaxErrors(text)).toEqual([]);
  });

  it("with a pattern that takes forever becomes types all the same", async () => {
    const given = `${"a".repeat(40)}!`;
    const url = { type: "string", pattern: "^(a+)+$", default: given };
    const odd = { type: "object", properties: { url, list: { type: "array", items: url } }, required: ["url"] };
    const { diagnostics } = await play(JSON.stringify(documentOf(odd)));
    expect(errors(diagnostics)).toEqual([]);
    const resources = join(folder, "packages/client/src/generated/resources");
    const [resource = ""] = await readdir(resources);
    expect(await readFile(join(resources, resource), "utf8")).toContain(given);
  });

  it("of 500 levels becomes types, with the stack that the scripts of package.json ask for", async () => {
    await play(JSON.stringify(documentOf({ type: "string" })));
    const command = join(root, "generator/bin/telnyx-voice.mjs");
    const { scripts } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    const [, flag = ""] = /node (--stack-size=\d+)/.exec(scripts.generate) ?? [];
    await writeFile(join(folder, "upstream.json"), JSON.stringify(documentOf(nested(500))));
    for (const args of [["sync", "--from", "upstream.json"], ["generate"]]) {
      const { status, stderr } = spawnSync(process.execPath, [flag, command, ...args], {
        cwd: folder,
        encoding: "utf8",
      });
      expect({ status, crash: stderr.includes("RangeError") }).toEqual({ status: 0, crash: false });
    }
    const text = await readFile(join(folder, "packages/types/src/generated/schemas.ts"), "utf8");
    expect(text.match(/a\?: \{/g)?.length).toBe(499);
  }, 30_000);

  it("of 30 MB is cut to what is wanted", async () => {
    const document = documentOf({ type: "string" });
    const unused = { type: "object", properties: { text: { type: "string", description: "x".repeat(1000) } } };
    const schemas = Object.fromEntries(Array.from({ length: 28_000 }, (_, index) => [`Unused${index}`, unused]));
    Object.assign(document.components?.schemas ?? {}, schemas);
    const text = JSON.stringify(document);
    expect(text.length).toBeGreaterThan(30_000_000);
    expect(errors((await play(text)).diagnostics)).toEqual([]);
    expect((await readFile(join(folder, "specs/voice.openapi.json"), "utf8")).length).toBeLessThan(5_000);
  }, 30_000);
});

describe("a document that is refused", () => {
  const circle = documentOf({ allOf: [{ $ref: "#/components/schemas/Odd" }, { type: "object" }] });
  it.each<[string, string, string[]]>([
    ["a web page", "<!doctype html><title>404</title>", ["source-unparsable"]],
    ["truncated JSON", JSON.stringify(documentOf({})).slice(0, -20), ["source-unparsable"]],
    ["bad YAML", "openapi: 3.1.0\n  info: [", ["source-unparsable"]],
    ["aliases that explode", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", ["source-unparsable"]],
    ["Swagger 2.0", '{ "swagger": "2.0", "info": { "version": "1" }, "paths": {} }', ["openapi-unsupported"]],
    ["OpenAPI 4", '{ "openapi": "4.0.0", "info": { "version": "1" }, "paths": {} }', ["openapi-unsupported"]],
    ["no paths", '{ "openapi": "3.1.0", "info": { "title": "", "version": "1" }, "paths": {} }', ["slice-empty"]],
    [
      "a reference to nothing",
      JSON.stringify(documentOf({ $ref: "#/components/schemas/Gone" })),
      ["reference-unresolved"],
    ],
    ["a reference to a file", JSON.stringify(documentOf({ $ref: "other.json#/Odd" })), ["reference-external"]],
    [
      "a reference to an address",
      JSON.stringify(documentOf({ $ref: "https://a.test/b.json" })),
      ["reference-external"],
    ],
    ["a schema composed of itself", JSON.stringify(circle), ["composition-circular"]],
    [
      "an operation without an operationId",
      JSON.stringify(circle).replace('"operationId":"SendOdd",', "").replace('"allOf"', '"anyOf"'),
      ["operation-without-id"],
    ],
  ])("%s, and no package is written", async (_, text, codes) => {
    const { diagnostics } = await play(text);
    expect(errors(diagnostics)).toEqual(codes);
    expect(diagnostics.every(({ message, fix }) => message !== "" && fix !== "")).toBe(true);
    expect(await readdir(folder)).not.toContain("packages");
  });
});
