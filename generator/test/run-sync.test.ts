import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runSync, type SyncOptions } from "../src/run-sync.ts";
import { printJson } from "../src/sync.ts";

/** A document of one operation for each path, all of one tag. */
function upstream(paths: readonly string[], rest: object = {}): string {
  const item = (path: string) => ({ get: { operationId: `Get${path}`, summary: "s", tags: ["Calls"], responses: {} } });
  const info = { title: "T", version: "1" };
  return printJson({
    openapi: "3.1.0",
    info,
    paths: Object.fromEntries(paths.map((path) => [path, item(path)])),
    ...rest,
  });
}

const slice = {
  title: "Voice",
  source: { repository: "r", path: "p", branch: "master", download: "", commits: "" },
  families: [{ name: "calls", title: "Calls", tags: ["Calls"], operations: [], events: [] }],
  watch: { paths: ["/"], events: [] },
  leftOut: [],
};

let folder = "";
let specs = "";
let from = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "run-sync-"));
  specs = join(folder, "specs");
  from = join(folder, "2026-07-16-307d955.json");
  await mkdir(specs);
  await write({ "specs/slice.json": printJson(slice), "2026-07-16-307d955.json": upstream(["/a"]) });
});
afterEach(() => rm(folder, { recursive: true }));

/** Writes files below the temp folder; null makes a folder of the name. */
async function write(contents: Record<string, string | null>): Promise<void> {
  for (const [path, text] of Object.entries(contents)) {
    const file = join(folder, path);
    await mkdir(text === null ? file : dirname(file), { recursive: true });
    if (text !== null) await writeFile(file, text);
  }
}

/** Everything below the specs folder: files by their path with their text, folders with null. */
async function contents(): Promise<Record<string, string | null>> {
  const entries = await readdir(specs, { recursive: true, withFileTypes: true });
  const read = entries.map(async (entry): Promise<[string, string | null]> => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(specs.length + 1), entry.isDirectory() ? null : await readFile(path, "utf8")];
  });
  return Object.fromEntries((await Promise.all(read)).sort(([left], [right]) => (left < right ? -1 : 1)));
}

const run = (options: Partial<SyncOptions> = {}) => runSync({ from, specs, wording: "own", check: false, ...options });
const codes = ({ diagnostics }: { diagnostics: readonly { code: string }[] }) => diagnostics.map(({ code }) => code);

describe("a first run", () => {
  it("writes the contract, its lock and the names", async () => {
    const { ok, isChanged, synced, diagnostics, ...rest } = await run();
    expect({ ok, isChanged, diagnostics, rest }).toEqual({
      ok: true,
      isChanged: true,
      diagnostics: [],
      rest: { from, areCodesChanged: false },
    });
    expect(await contents()).toEqual({
      "slice.json": printJson(slice),
      "names.json": printJson({ operations: { "Get/a": { method: "a.list", type: "GetA" } }, events: {} }),
      "voice.lock.json": printJson(synced?.lock),
      "voice.openapi.json": printJson({
        openapi: "3.1.0",
        info: { title: "Voice", version: "1" },
        tags: [{ name: "Calls" }],
        paths: { "/a": { get: { operationId: "Get/a", responses: {}, tags: ["Calls"] } } },
        webhooks: {},
        components: { securitySchemes: {} },
      }),
    });
    expect(synced?.lock.source).toEqual({ repository: "r", path: "p", commit: "307d955", date: "2026-07-16" });
  });

  it("locks the commit that is named", async () => {
    expect((await run({ ref: "abc" })).synced?.lock.source).toMatchObject({ commit: "abc", date: "2026-07-16" });
  });

  it("keeps upstream's texts when asked, until it is not", async () => {
    await run({ wording: "upstream" });
    expect((await contents())["wording/upstream.json"]).toBe(printJson({ "#/paths/~1a/get": { summary: "s" } }));
    await run();
    expect(Object.keys(await contents())).not.toContain("wording/upstream.json");
  });

  it("with --check writes nothing and fails", async () => {
    const before = await contents();
    expect(await run({ check: true })).toMatchObject({ ok: false, isChanged: true });
    expect(await contents()).toEqual(before);
  });
});

describe("a further run", () => {
  beforeEach(async () => {
    await run();
  });

  it("on the same document changes nothing", async () => {
    const before = await contents();
    expect(await run()).toMatchObject({ ok: true, isChanged: false });
    expect(await run({ check: true })).toMatchObject({ ok: true, isChanged: false });
    expect(await contents()).toEqual(before);
  });

  it("on a document that differs in prose and order alone changes nothing", async () => {
    const before = await contents();
    const other = JSON.parse(upstream(["/a"]).replace('"summary": "s"', '"x-new": 1, "summary": "other"'));
    await write({ "2026-08-01-abcdef0.json": printJson(Object.fromEntries(Object.entries(other).reverse())) });
    expect(await run({ from: join(folder, "2026-08-01-abcdef0.json") })).toMatchObject({ ok: true, isChanged: false });
    expect(await contents()).toEqual(before);
  });

  it("on another document writes contract and lock, and keeps the names that people wrote", async () => {
    const names = { operations: { "Get/a": { method: "letters.a", type: "A" } }, events: {} };
    await write({ "specs/names.json": printJson(names), "2026-07-16-307d955.json": upstream(["/a", "/b"]) });
    expect(await run({ check: true })).toMatchObject({ ok: false, isChanged: true });
    const { ok, synced } = await run();
    expect(ok).toBe(true);
    expect(synced?.comparison.operations).toEqual({ added: ["GET /b"], removed: [], changed: [] });
    const after = await contents();
    expect(JSON.parse(after["names.json"] ?? "").operations).toEqual({
      ...names.operations,
      "Get/b": { method: "b.list", type: "GetB" },
    });
    expect(after["voice.openapi.json"]).toBe(printJson(synced?.contract));
    expect(after["voice.lock.json"]).toBe(printJson(synced?.lock));
  });

  it("keeps what the step changed, by the date and the commit of the new document", async () => {
    await write({ "2026-08-01-abcdef0.json": upstream(["/a", "/b"]) });
    const { synced } = await run({ from: join(folder, "2026-08-01-abcdef0.json") });
    const step = JSON.parse((await contents())["history/2026-08-01-abcdef0.json"] ?? "{}");
    expect(step.from).toMatchObject({ date: "2026-07-16", commit: "307d955" });
    expect(step.to).toEqual({ sha256: synced?.lock.contract.sha256, date: "2026-08-01", commit: "abcdef0" });
    expect(step.changes).toEqual([
      {
        rule: "operation-added",
        level: "safe",
        typescript: "compatible",
        owner: "GET /b",
        path: "",
        message: "the operation was added",
        touched: [],
      },
    ]);
  });

  it.each([
    ["feat/ab", "2026-08-01-feat-ab"],
    ["../../x", "2026-08-01-..-..-x"],
    ["/etc/pa", "2026-08-01--etc-pa"],
  ])("keeps it in the history whatever the commit is called: %s", async (ref, name) => {
    await write({ "2026-08-01-abcdef0.json": upstream(["/a", "/b"]) });
    const before = Object.keys(await contents());
    expect(await run({ from: join(folder, "2026-08-01-abcdef0.json"), ref })).toMatchObject({ ok: true });
    const added = Object.keys(await contents()).filter((path) => !before.includes(path));
    expect(added).toEqual(["history", `history/${name}.json`]);
  });

  it("mends a lock of another contract", async () => {
    const before = await contents();
    const lock = before["voice.lock.json"]?.replace(/"sha256": "[0-9a-f]+"/g, '"sha256": "0"') ?? "";
    await write({ "specs/voice.lock.json": lock });
    expect(await run({ check: true })).toMatchObject({ ok: false, isChanged: true });
    await run();
    expect(await contents()).toEqual(before);
  });

  it("writes the codes of errors that examples name, though the contract stays, and with --check fails", async () => {
    const withCode = (code: string) => {
      const document = JSON.parse(upstream(["/a"]));
      const content = { "application/json": { example: { errors: [{ code, title: "Over" }] } } };
      document.paths["/a"].get.responses = { "422": { description: "", content } };
      return printJson(document);
    };
    await write({ "2026-07-16-307d955.json": withCode("1") });
    await run();
    await write({ "2026-07-16-307d955.json": withCode("2") });
    const before = await contents();
    expect(await run({ check: true })).toMatchObject({ ok: false, isChanged: false, areCodesChanged: true });
    expect(await contents()).toEqual(before);
    expect(await run()).toMatchObject({ ok: true, isChanged: false, areCodesChanged: true });
    const facts = printJson([{ code: "2", status: "422", operation: "Get/a" }]);
    expect(await contents()).toEqual({ ...before, "error-codes.json": facts });
    expect(await run({ check: true })).toMatchObject({ ok: true, areCodesChanged: false });
  });

  it("writes the lock when other operations are unclaimed", async () => {
    await write({
      "2026-07-16-307d955.json": upstream(["/a"], { webhooks: {} }).replace(
        '"/a": {',
        '"/new": { "get": {} }, "/a": {',
      ),
    });
    expect(await run()).toMatchObject({ ok: true, isChanged: false, diagnostics: [{ code: "operation-unclaimed" }] });
    expect(JSON.parse((await contents())["voice.lock.json"] ?? "").unclaimed).toEqual(["GET /new"]);
  });
});

describe("a run that fails leaves the specs as they were", () => {
  const bad = { get: { tags: ["Calls"], requestBody: { $ref: "#/components/requestBodies/Absent" } } };
  const broken = upstream([], { paths: { "/a": bad } });

  /** Runs into the failure after a good run, so that there is something to lose. */
  async function fail(given: Record<string, string | null>, options: Partial<SyncOptions> = {}) {
    await run();
    await write({ "2026-07-16-307d955.json": upstream(["/a", "/b"]), ...given });
    const before = await contents();
    const outcome = await run(options);
    expect(outcome.ok).toBe(false);
    expect(await contents()).toEqual(before);
    return codes(outcome);
  }

  it.each([
    { what: "a reference leads nowhere", given: { "2026-07-16-307d955.json": broken }, want: ["reference-unresolved"] },
    { what: "the document is broken", given: { "2026-07-16-307d955.json": "{" }, want: ["source-unparsable"] },
    { what: "nothing is selected", given: { "2026-07-16-307d955.json": upstream([]) }, want: ["slice-empty"] },
    { what: "the slice is broken", given: { "specs/slice.json": "{" }, want: ["specs-invalid"] },
    { what: "the names are broken", given: { "specs/names.json": "[]" }, want: ["specs-invalid"] },
    {
      what: "a file stands where the wording belongs",
      given: { "specs/wording": "a file" },
      want: ["output-unusable"],
    },
  ])("where $what", async ({ given, want }) => {
    expect(await fail(given, { wording: "upstream" })).toEqual(want);
  });

  it.each([
    { what: "the document is absent", options: { from: "/absent/spec3.yml" }, want: ["source-unreadable"] },
    { what: "the specs are absent", options: { specs: "/absent/specs" }, want: ["specs-unreadable"] },
  ])("where $what", async ({ options, want }) => {
    expect(await fail({}, options)).toEqual(want);
  });

  it("where a folder stands where the contract belongs", async () => {
    await write({ "specs/voice.openapi.json": null });
    const before = await contents();
    const outcome = await run();
    expect(codes(outcome)).toEqual(["specs-unreadable"]);
    expect(await contents()).toEqual(before);
  });

  it("where a folder stands where upstream's texts belong", async () => {
    expect(await fail({ "specs/wording/upstream.json": null }, { wording: "upstream" })).toEqual(["output-unusable"]);
  });

  it("where a file stands where the wording belongs, though none is to be written", async () => {
    expect(await fail({ "specs/wording": "a file" })).toEqual(["output-unusable"]);
  });
});

describe("a run without a file", () => {
  it.each([
    {
      what: "the newest commit of the branch",
      ref: undefined,
      newest: "abc123",
      asked: "master",
      want: { commit: "abc123", date: "2026-07-16" },
    },
    {
      what: "the newest commit of what is named",
      ref: "v2",
      newest: "abc123",
      asked: "v2",
      want: { commit: "abc123", date: "2026-07-16" },
    },
    {
      what: "what is named, where the forge does not say",
      ref: "v2",
      newest: undefined,
      asked: "v2",
      want: { commit: "v2" },
    },
    { what: "the branch, where the forge does not say", ref: undefined, newest: undefined, asked: "master", want: {} },
  ])("downloads $what", async ({ ref, newest, asked, want }) => {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(request.url ?? "");
      const commits = [{ sha: newest, commit: { committer: { date: "2026-07-16T01:02:03Z" } } }];
      if (request.url?.startsWith("/commits")) response.writeHead(newest ? 200 : 403).end(JSON.stringify(commits));
      else response.writeHead(200, { etag: '"1"' }).end(upstream(["/a"]));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const source = { ...slice.source, download: `${address}/{ref}/spec3.yml`, commits: `${address}/commits?sha={ref}` };
    await write({ "specs/slice.json": printJson({ ...slice, source }) });
    const outcome = await runSync({ specs, wording: "own", check: false, ...(ref === undefined ? {} : { ref }) });
    server.closeAllConnections();
    server.close();
    const path = `/${newest ?? ref ?? "master"}/spec3.yml`;
    expect(requests).toEqual([`/commits?sha=${asked}`, path]);
    expect(outcome.from).toBe(`${address}${path}`);
    const origin = { repository: "r", path: "p", url: `${address}${path}`, etag: '"1"' };
    expect(outcome.synced?.lock.source).toEqual({ ...origin, ...want });
  });
});
