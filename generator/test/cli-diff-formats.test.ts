import { spawnSync } from "node:child_process";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import { acting, hostile } from "./diff/report/made-report.ts";
import { command, diffRepository, git, run as runIn, upstream } from "./diff-repository.ts";

// Each test runs the command several times.
vi.setConfig({ testTimeout: 30_000 });

let [folder, repository] = ["", ""];
beforeAll(async () => {
  ({ folder, repository } = await diffRepository());
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command in the repository, or elsewhere. */
const run = (args: readonly string[], cwd = repository) => runIn(args, cwd);

describe("accepted changes", () => {
  const file = () => join(repository, "specs", "accepted-changes.json");
  const pointer = "#/components/schemas/DialRequest/properties/timeout_secs";
  const entry = { rule: "request-property-became-required", pointer, reason: "Nobody left it out.", by: "ada" };
  const isAccepted = (entries: unknown) => writeFile(file(), JSON.stringify(entries));
  const sides = () => [join(folder, "old.json"), join(folder, "new.json")];
  let base = "";
  beforeAll(() => {
    base = JSON.parse(run(["diff", ...sides(), "--format", "json"]).out).base.sha256;
  });
  afterAll(() => rm(file(), { force: true }));

  it("are told apart and fail nothing", async () => {
    await isAccepted([{ ...entry, base }]);
    const { code, out, error } = run(["diff", ...sides(), "--format", "json"]);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const { pointer: _, ...told } = entry;
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      bump: "major",
      changes: [],
      accepted: [told],
    });
  });

  it("of another base are history; one of this base that matches nothing stops the command", async () => {
    await isAccepted([{ ...entry, base: "another" }]);
    expect(run(["diff", ...sides()])).toMatchObject({ code: 1, error: "" });
    await isAccepted([{ ...entry, base, pointer: "#/paths" }]);
    const { code, out, error } = run(["diff", ...sides()]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toMatch(/^error acceptance-unused at specs\/accepted-changes\.json #\/0: .*\n$/);
  });

  it("are read from the head, and those that the base has too are over", async () => {
    await isAccepted([{ ...entry, base }]);
    git(repository, "checkout", "--quiet", "-b", "accepted");
    git(repository, "add", "specs");
    git(repository, "commit", "--quiet", "--message", "accept");
    expect(run(["diff", "HEAD", "specs"])).toMatchObject({ code: 0, error: "" });
    expect(run(["diff", "HEAD~1", "HEAD"]).error).toContain("acceptance-unused");
    git(repository, "checkout", "--quiet", "work");
  });

  it.each([
    { what: "no JSON", entries: undefined, says: "cannot be read" },
    { what: "no list", entries: {}, says: "It is no list." },
    { what: "no reason", entries: [{ ...entry, reason: " ", base: "b" }], says: "#/0/reason: It gives no reason." },
    { what: "no place", entries: [{ ...entry, pointer: undefined, base: "b" }], says: "no `pointer` and no `owner`" },
  ])("with $what are refused", async ({ entries, says }) => {
    await writeFile(file(), entries === undefined ? "{" : JSON.stringify(entries));
    const { code, error } = run(["diff", ...sides()]);
    expect(code).toBe(2);
    expect(error).toContain("error specs-invalid at specs/accepted-changes.json");
    expect(error).toContain(says);
  });
});

describe("the formats of a diff", () => {
  it("points into the contract of the head, on the disk and in a commit", async () => {
    const told = run(["diff", "work", "main", "--format", "github"]).out;
    const line = Number(/^::error file=specs\/voice\.openapi\.json,line=(\d+),/.exec(told)?.[1]);
    const contract = git(repository, "show", "main:specs/voice.openapi.json").split("\n");
    expect(contract[line - 1]).toMatch(/^ *"timeout_secs": \{$/);
  });

  it("writes the changeset once, and none where nothing changed", async () => {
    const written = run(["diff", "work", "main", "--format", "changeset", "--fail-on", "never"]);
    expect(written).toMatchObject({ code: 0, error: "" });
    const path = /^Wrote (\.changeset\/api-[0-9a-f]{8}\.md)\n$/.exec(written.out)?.[1] ?? "";
    const text = await readFile(join(repository, path), "utf8");
    expect(text.startsWith('---\n"@a/types": major\n"@a/client": major\n---\n\nThe API has changed.')).toBe(true);
    expect(run(["diff", "work", "main", "--format", "changeset", "--fail-on", "never"]).out).toBe(written.out);
    expect(run(["diff", "work", "work", "--format", "changeset"]).out).toBe(
      "Nothing changed that a version has to tell.\n",
    );
    expect(await readdir(join(repository, ".changeset"))).toHaveLength(2);
    await rm(join(repository, path));
  });

  it("says where the changeset has no place", async () => {
    const bare = join(folder, "without-changesets");
    await cp(join(repository, "specs"), join(bare, "specs"), { recursive: true });
    const { code, error } = run(
      ["diff", join(folder, "old.json"), join(folder, "new.json"), "--format", "changeset"],
      bare,
    );
    expect(code).toBe(2);
    expect(error).toMatch(/^error output-unusable at \.changeset: The changeset cannot be written \(ENOENT\)\. .*\n$/);
  });

  it("lists the rules without looking at anything", async () => {
    const { code, out } = run(["diff", "--rules"], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^operation-removed +breaking +breaking /m);
    const page = await readFile(new URL("../docs/diff/rules.md", import.meta.url), "utf8");
    expect(run(["diff", "--rules", "--format", "markdown"], folder).out).toBe(page);
    expect(JSON.parse(run(["diff", "--rules", "--format", "json"], folder).out)[0]).toHaveProperty("id");
  });

  it.each(["text", "markdown", "json", "github"])("keeps a hostile document harmless: %s", async (format) => {
    const file = join(folder, "hostile.json");
    const change = (document: OpenApiDocument) => {
      Object.assign(document.paths, {
        [`/${hostile}`]: { get: { operationId: hostile, tags: ["Calls"], responses: {} } },
      });
      const { properties = {} } = document.components?.schemas?.["DialRequest"] ?? {};
      Object.assign(properties, { [hostile]: { type: "string" }, to: { type: "string", enum: [hostile] } });
    };
    await writeFile(file, upstream(change));
    const { code, out, error } = run(["diff", join(folder, "old.json"), file, "--format", format]);
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(out).not.toMatch(acting);
    expect(out).not.toMatch(/^(::error::|---$)/m);
    if (format !== "markdown") return;
    expect(new MarkdownIt({ html: true, linkify: true }).render(out)).not.toMatch(/<(script|img|a) ?/);
  });
});

it("the diff loads no compiler", () => {
  const bundle = fileURLToPath(new URL("../.cache/cli.cjs", import.meta.url));
  const traced = `const { Module } = require("node:module"); const load = Module._load;
    Module._load = (name, ...rest) => { if (!name.startsWith("node:")) console.error(name); return load(name, ...rest); };
    process.argv = ["node", ${JSON.stringify(command)}, "diff", "work", "main", "--fail-on", "never"]; require(${JSON.stringify(bundle)});`;
  const { stderr, status } = spawnSync(process.execPath, ["-e", traced], { cwd: repository, encoding: "utf8" });
  expect(status).toBe(0);
  expect(stderr).not.toMatch(/ts-morph|typescript|run-generate/);
});
