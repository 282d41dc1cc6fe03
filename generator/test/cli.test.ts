import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const repository = fileURLToPath(new URL("../../", import.meta.url));
const command = fileURLToPath(new URL("../bin/telnyx-voice.mjs", import.meta.url));

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cli-"));
  await run(["help"]); // Bundles the sources, should they be newer than the bundle.
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command to its end. */
async function run(args: readonly string[], cwd = folder) {
  const child = spawn(process.execPath, [command, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let error = "";
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    error += text;
  });
  const [code] = await once(child, "close");
  return { code: code as number, out, error };
}

const eventSchema = (name: string) => ({
  type: "object",
  properties: {
    data: {
      type: "object",
      properties: { event_type: { const: name }, payload: { type: "object", properties: { id: { type: "string" } } } },
    },
  },
});

const upstream = {
  openapi: "3.1.0",
  info: { title: "T", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/calls": { get: { operationId: "ListCalls", tags: ["Calls"], responses: { "204": { description: "d" } } } },
  },
  webhooks: {
    callHangup: {
      post: { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Hangup" } } } } },
    },
  },
  components: { schemas: { Hangup: eventSchema("call.hangup") } },
};

const slice = {
  title: "Voice",
  source: { repository: "r", path: "p", branch: "b", download: "", commits: "" },
  families: [{ name: "calls", title: "Calls", tags: ["Calls"], operations: [], events: ["call.*"] }],
  watch: { paths: ["/calls"], events: ["call."] },
  leftOut: [],
};

/** A project of its own below the temp folder, synced with the small document above. */
async function project(name: string): Promise<string> {
  const root = join(folder, name);
  await mkdir(join(root, "specs"), { recursive: true });
  await writeFile(join(root, "specs", "slice.json"), JSON.stringify(slice));
  await writeFile(join(root, "2026-01-02-abc1234.json"), JSON.stringify(upstream));
  const { code, error } = await run(["sync", "--from", "2026-01-02-abc1234.json"], root);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  return root;
}

/** Files below a folder with the time of their last change. */
async function filesBelow(root: string): Promise<Record<string, number>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, (await stat(path)).mtimeMs] as const)));
}

describe("help", () => {
  it.each([
    { args: ["help"], code: 0 },
    { args: ["--help"], code: 0 },
    { args: ["-h"], code: 0 },
    { args: ["sync", "--help"], code: 0 },
    { args: ["generate", "-h"], code: 0 },
    { args: [], code: 2 },
  ])("lists every command and option for $args", async ({ args, code }) => {
    const { out, ...rest } = await run(args);
    expect(rest).toEqual({ code, error: "" });
    const listed = out.split("\n").map((line) => /^(?:pnpm ([\w:]+)| {4}(--[\w-]+))/.exec(line)?.slice(1).join(""));
    expect(listed.filter((name) => name !== undefined)).toEqual([
      ...["sync", "--from", "--ref", "--specs", "--wording", "--check", "--allow-losses"],
      ...["generate", "--check", "--watch", "--lenient", "--specs", "--out", "--json"],
      ...["api:diff", "--format", "--fail-on", "--specs", "--rules"],
    ]);
  });
});

describe("misuse", () => {
  it.each([
    { args: ["sycn"], says: ["There is no command sycn.", "Did you mean sync?"] },
    { args: ["generat"], says: ["There is no command generat.", "Did you mean generate?"] },
    { args: ["sync", "--form", "x"], says: ["Unknown option '--form'", "Did you mean --from?"] },
    { args: ["generate", "--chek"], says: ["Unknown option '--chek'", "Did you mean --check?"] },
    { args: ["generate", "--out"], says: ["--out"] },
    { args: ["generate", "--json=1"], says: ["--json"] },
    { args: ["generate", "now"], says: ["now"] },
    { args: ["sync", "--wording", "theirs"], says: ["--wording is own or upstream, not theirs."] },
  ])("of $args is answered on stderr", async ({ args, says }) => {
    const { code, out, error } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    for (const text of says) expect(error).toContain(text);
    expect(error).toContain("`pnpm generate --help` lists everything.\n");
  });

  it.each([
    { args: ["frobnicate"], what: "a command" },
    { args: ["constructor"], what: "an inherited name" },
    { args: ["sync", "--frobnicate"], what: "an option" },
  ])("that is near to nothing gets no guess: $what", async ({ args }) => {
    const { code, error } = await run(args);
    expect(code).toBe(2);
    expect(error).not.toContain("Did you mean");
  });
});

describe("sync", () => {
  it("says what is new, and then that nothing is", async () => {
    const root = join(folder, "sync");
    await mkdir(join(root, "specs"), { recursive: true });
    await writeFile(join(root, "specs", "slice.json"), JSON.stringify(slice));
    await writeFile(join(root, "openapi.json"), JSON.stringify(upstream));
    const news = [
      "Read openapi.json",
      ...["operations: 1 new, 0 gone, 0 changed", "  + GET /calls"],
      ...["events: 1 new, 0 gone, 0 changed", "  + call.hangup"],
      ...["schemas: 1 new, 0 gone, 0 changed", "  + Hangup"],
      "1 of 1 operations, 1 webhooks, 1 schemas",
      "New in specs/names.json, to be looked over: ListCalls, callHangup",
      "",
    ].join("\n");
    expect(await run(["sync", "--from", "openapi.json", "--check"], root)).toEqual({ code: 1, out: news, error: "" });
    expect(await readdir(join(root, "specs"))).toEqual(["slice.json"]);
    expect(await run(["sync", "--from", "openapi.json"], root)).toEqual({ code: 0, out: news, error: "" });
    const same = "Read openapi.json\nThe contract is unchanged.\n1 of 1 operations, 1 webhooks, 1 schemas\n";
    expect(await run(["sync", "--", "--from", "openapi.json", "--check"], root)).toEqual({
      code: 0,
      out: same,
      error: "",
    });
  });

  it("says what is wrong, where, and what to do", async () => {
    const root = await project("sync-wrong");
    const { code, error } = await run(["sync", "--from", "absent.yml"], root);
    expect(code).toBe(1);
    expect(error).toBe(
      "error source-unreadable at absent.yml\n" +
        "  The document cannot be read (ENOENT). Check the path or the address, and that the source can be reached.\n" +
        "1 error\n",
    );
  });
});

describe("generate", () => {
  it("--check agrees with what is committed, and writes nothing", async () => {
    const { code, out, error } = await run(["generate", "--check"], repository);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toContain(" files: 0 to be written, 0 to be removed\n");
  });

  it("writes what is missing, leaves what is there, removes what nothing makes any more", async () => {
    const root = await project("generate");
    const packages = join(root, "packages");
    const check = await run(["generate", "--check"], root);
    expect(check.code).toBe(1);
    expect(check.out).toContain("missing: types/src/generated/operations.ts\n");
    expect(await filesBelow(packages)).toEqual({});

    expect((await run(["generate"], root)).code).toBe(0);
    const first = await filesBelow(packages);
    expect(Object.keys(first).length).toBeGreaterThan(5);

    const surplus = join(packages, "docs", "generated", "old.md");
    await writeFile(surplus, "old");
    const stale = join(packages, "types", "src", "generated", "operations.ts");
    const text = await readFile(stale, "utf8");
    await writeFile(stale, `${text}// edited\n`);
    const second = await run(["generate", "--check"], root);
    expect(second.code).toBe(1);
    expect(second.out).toContain("stale: types/src/generated/operations.ts\nsurplus: docs/generated/old.md\n");
    expect(second.out).toContain("-// edited\n");
    expect(await readFile(stale, "utf8")).toBe(`${text}// edited\n`);

    expect((await run(["generate"], root)).out).toContain(" files: 1 written, 1 removed\n");
    const third = await filesBelow(packages);
    expect(await readFile(stale, "utf8")).toBe(text);
    expect({ ...third, [stale]: 0 }).toEqual({ ...first, [stale]: 0 });
  });

  it("--json tells the outcome, the stages, what was found and what was written", async () => {
    const root = await project("json");
    const { code, out, error } = await run(["generate", "--json", "--out", "made"], root);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const { ok, stages, diagnostics, files } = JSON.parse(out);
    expect(ok).toBe(true);
    expect(stages.map(({ stage }: { stage: string }) => stage)).toEqual([
      "look",
      "load",
      "correct",
      "model",
      "lint",
      "docs",
      "programs",
      "compare",
      "write",
    ]);
    expect(new Set(diagnostics.map(({ code, severity }: Record<string, string>) => `${severity} ${code}`))).toEqual(
      new Set(["debt wording-missing", "debt event-envelope-incomplete"]),
    );
    expect(files).toMatchObject({ stale: [], surplus: [] });
    expect(Object.keys(await filesBelow(join(root, "made"))).sort()).toEqual(
      files.missing.map((path: string) => join(root, "made", path)).sort(),
    );
  });

  it("does no work again while specs and packages stay as they are, and says the same", async () => {
    const root = await project("again");
    const args = ["generate", "--json", "--out", "made"];
    const first = JSON.parse((await run(args, root)).out);
    const second = JSON.parse((await run(args, root)).out);
    const names = ({ stages }: { stages: { stage: string }[] }) => stages.map(({ stage }) => stage);
    expect(names(second)).toEqual(["look"]);
    expect(second.diagnostics).toEqual(first.diagnostics);
    expect((await run([...args, "--check"], root)).code).toBe(1);
    const file = join(root, "made/types/src/generated/events.ts");
    const text = await readFile(file, "utf8");
    await writeFile(file, "changed");
    expect(names(JSON.parse((await run(args, root)).out))).toContain("programs");
    expect(await readFile(file, "utf8")).toBe(text);
    const slice = join(root, "specs/slice.json");
    await writeFile(slice, `${await readFile(slice, "utf8")}\n`);
    expect(names(JSON.parse((await run(args, root)).out))).toContain("programs");
  });

  it("leaves the packages as they were where the specs are broken", async () => {
    const root = await project("broken");
    await run(["generate"], root);
    const before = await filesBelow(join(root, "packages"));
    await writeFile(join(root, "specs", "names.json"), '{ "operations": {}, "events": {} }');
    const { code, error } = await run(["generate"], root);
    expect(code).toBe(1);
    expect(error).toContain("error operation-without-name");
    expect(await filesBelow(join(root, "packages"))).toEqual(before);
  });
});

describe("generate --watch", () => {
  let child: ChildProcess | undefined;
  afterAll(() => child?.kill());

  it("generates again after a change of the specs", async () => {
    const root = await project("watch");
    await cp(join(root, "specs"), join(root, "copy"), { recursive: true });
    child = spawn(process.execPath, [command, "generate", "--watch", "--specs", "copy"], { cwd: root });
    let out = "";
    child.stdout?.on("data", (text) => {
      out += text;
    });
    await expect.poll(() => out, { timeout: 10_000 }).toContain("Watching copy/**\n");
    const page = join(root, "packages", "docs", "generated", "en", "calls.md");
    expect(await readFile(page, "utf8")).not.toContain("Calls, made and taken");
    await mkdir(join(root, "copy", "wording"), { recursive: true });
    await writeFile(
      join(root, "copy", "wording", "en.yaml"),
      "families: { calls: { summary: 'Calls, made and taken' } }\n",
    );
    await expect
      .poll(() => readFile(page, "utf8"), { timeout: 10_000, interval: 100 })
      .toContain("Calls, made and taken");
    expect(child.exitCode).toBeNull();
  }, 25_000);
});
