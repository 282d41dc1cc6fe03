import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runSync } from "../src/run-sync.ts";
import { printJson } from "../src/sync.ts";

const paths = ["/a", "/b", "/c", "/d"];
const names = ["on.a", "on.b", "on.c", "on.d"];

function event(name: string) {
  const schema = { properties: { data: { properties: { event_type: { const: name } } } } };
  return { post: { requestBody: { content: { "application/json": { schema } } } } };
}

/** A document of one operation for each path and of some webhooks, by their keys. */
function upstream(paths: readonly string[], webhooks: object): string {
  const item = (path: string) => ({ get: { operationId: `Get${path}`, tags: ["Calls"], responses: {} } });
  const items = Object.fromEntries(paths.map((path) => [path, item(path)]));
  return printJson({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: items, webhooks });
}

const events = (names: readonly string[]) => Object.fromEntries(names.map((name) => [`Key ${name}`, event(name)]));

const families = [{ name: "calls", title: "Calls", tags: ["Calls"], operations: [], events: ["on.*"] }];
const slice = {
  title: "Voice",
  source: { repository: "r", path: "p", branch: "master", download: "", commits: "" },
  families,
  watch: { paths: [], events: [] },
  leftOut: [],
};

let folder = "";
const write = (path: string, text: string) => writeFile(join(folder, path), text);
const contract = () => readFile(join(folder, "specs/voice.openapi.json"), "utf8");

async function run(document: string, allowLosses = false) {
  const from = join(folder, "upstream");
  await writeFile(from, document);
  return runSync({ from, specs: join(folder, "specs"), wording: "own", check: false, allowLosses });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "losses-"));
  await mkdir(join(folder, "specs"));
  await write("specs/slice.json", printJson(slice));
  expect(await run(upstream(paths, events(names)))).toMatchObject({ ok: true, diagnostics: [] });
});
afterEach(() => rm(folder, { recursive: true }));

describe("a document that most of the contract is gone from", () => {
  // Upstream's own order: components, paths, webhooks; so that a cut takes the webhooks first.
  const yaml = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a: { get: { operationId: Get/a, tags: [Calls] } }
  /b: { get: { operationId: Get/b, tags: [Calls] } }
`;
  const gone = "events of the contract are not in the document, such as on.";
  const calls = "operations of the contract are not in the document, such as GET /";
  it.each([
    { what: "without webhooks", given: upstream(paths, {}), want: [`4 of the 4 ${gone}a.`] },
    { what: "with few webhooks", given: upstream(paths, events(["on.d"])), want: [`3 of the 4 ${gone}a.`] },
    { what: "with few paths", given: upstream(["/a"], events(names)), want: [`3 of the 4 ${calls}b.`] },
    { what: "of YAML, cut within its paths", given: yaml, want: [`4 of the 4 ${gone}a.`] },
    {
      what: "of YAML, cut near its start",
      given: yaml.slice(0, yaml.indexOf("  /b")),
      want: [`3 of the 4 ${calls}b.`, `4 of the 4 ${gone}a.`],
    },
  ])("$what, is refused; it is taken where losses are allowed", async ({ given, want }) => {
    const before = await contract();
    const { ok, diagnostics } = await run(given);
    expect({ ok, found: diagnostics.map(({ code, message }) => [code, message]) }).toEqual({
      ok: false,
      found: want.map((message) => ["document-incomplete", message]),
    });
    expect(await contract()).toBe(before);
    expect(await run(given, true)).toMatchObject({ ok: true, isChanged: true, diagnostics: [] });
    expect(await contract()).not.toBe(before);
  });
});

describe("a document is taken", () => {
  it.each([
    { what: "half of it is gone", given: upstream(["/a", "/b"], events(["on.a", "on.b"])) },
    { what: "it grew", given: upstream([...paths, "/e"], events([...names, "on.e"])) },
    { what: "its webhooks have other keys", given: upstream(paths, { 1: event("on.b"), 2: event("on.c") }) },
  ])("where $what", async ({ given }) => {
    expect(await run(given)).toMatchObject({ ok: true, isChanged: true, diagnostics: [] });
  });

  it("where it is the same, and the families take less of it", async () => {
    const family = { ...families[0], tags: [], operations: ["GET /a"], events: [] };
    await write("specs/slice.json", printJson({ ...slice, families: [family] }));
    expect(await run(upstream(paths, events(names)))).toMatchObject({ ok: true, isChanged: true, diagnostics: [] });
  });
});
