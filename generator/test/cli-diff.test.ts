import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import { printJson } from "../src/sync.ts";
import { hostile } from "./diff/report/made-report.ts";
import { diffRepository, git, run as runIn, syncTo, upstream } from "./diff-repository.ts";
import { smallSpecs } from "./small-specs.ts";

// Each test runs the command several times.
vi.setConfig({ testTimeout: 30_000 });

let [folder, repository] = ["", ""];
beforeAll(async () => {
  ({ folder, repository } = await diffRepository());
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command in the repository, or elsewhere. */
const run = (args: readonly string[], cwd = repository) => runIn(args, cwd);

const adds = (document: OpenApiDocument) => {
  Object.assign(document.components?.schemas?.["Call"]?.properties ?? {}, { price: { type: "number" } });
};

describe("the sides of a diff", () => {
  const broken = "On the wire breaking, for TypeScript breaking: a major version.\n";

  it("are by default where the branch started, and the specs as they are", async () => {
    const clean = run(["diff"]);
    expect(clean).toMatchObject({ code: 0, error: "" });
    expect(clean.out).toContain("→ specs\nThe API is unchanged.\n");
    await syncTo(repository, upstream(adds));
    expect(run(["diff"]).out).toContain("On the wire safe, for TypeScript compatible: a minor version.\n");
    git(repository, "checkout", "--quiet", "specs");
  });

  it.each([
    { what: "commits", sides: () => ["work", "main"] },
    { what: "a commit and a folder", sides: () => ["main", "specs"], mirrored: true },
    { what: "a folder with specs in it", sides: () => [repository, "main"] },
    { what: "whole documents", sides: () => [join(folder, "old.json"), join(folder, "new.json")] },
    { what: "a contract and a commit", sides: () => ["specs/voice.openapi.json", "main"] },
  ])("may be $what", ({ sides, mirrored = false }) => {
    const { code, out, error } = run(["diff", ...sides()]);
    expect({ code, error }).toEqual({ code: mirrored ? 0 : 1, error: "" });
    expect(out.endsWith(broken)).toBe(!mirrored);
    if (!mirrored) expect(out).toContain("    `timeout_secs` became required request-property-became-required\n");
  });

  it("may be a document that most operations and events are gone from", async () => {
    const file = join(folder, "few.json");
    const few = (document: OpenApiDocument) => {
      Object.assign(document, { paths: { "/calls": document.paths["/calls"] }, webhooks: {} });
    };
    await writeFile(file, upstream(few));
    const { code, out, error } = run(["diff", "work", file]);
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(out.match(/the (operation|event) was removed/g)).toHaveLength(6);
  });

  it("have the digest that the lock has, however they are given", async () => {
    const { contract } = JSON.parse(await readFile(join(repository, "specs", "voice.lock.json"), "utf8"));
    for (const base of ["work", "specs", "specs/voice.openapi.json", join(folder, "old.json")]) {
      const report = JSON.parse(run(["diff", base, "main", "--format", "json"]).out);
      expect(report.base.sha256).toBe(contract.sha256);
    }
  });

  it("are read from a folder below the root of the repository too", async () => {
    const below = join(repository, "packages", "api");
    await mkdir(below, { recursive: true });
    await cp(join(repository, "specs"), join(below, "specs"), { recursive: true });
    git(repository, "add", ".");
    git(repository, "commit", "--quiet", "--message", "below");
    expect(run(["diff", "HEAD"], below)).toMatchObject({ code: 0, error: "" });
    expect(run(["diff", "HEAD", "--specs", join(below, "specs")], below)).toMatchObject({ code: 0, error: "" });
    git(repository, "reset", "--quiet", "--hard", "HEAD~1");
  });
});

describe("the exit code of a diff", () => {
  it.each([
    { failOn: "breaking", code: 1 },
    { failOn: "dangerous", code: 1 },
    { failOn: "never", code: 0 },
  ])("is $code of what breaks with --fail-on $failOn", ({ failOn, code }) => {
    expect(run(["diff", "work", "main", "--fail-on", failOn])).toMatchObject({ code, error: "" });
  });

  it.each([
    { args: ["--fail-on", "often"], says: "--fail-on is breaking, dangerous or never, not often." },
    { args: ["--format", "jsno"], says: "Did you mean json?" },
    { args: ["--formt", "json"], says: "Did you mean --format?" },
    { args: ["a", "b", "c"], says: "Unexpected argument 'c'." },
  ])("is 2 of $args", ({ args, says }) => {
    const { code, out, error } = run(["diff", ...args]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toContain(says);
  });
});

describe("bad input to a diff", () => {
  /** A line that begins so, exit 2, and nothing else. */
  function isRefused(args: readonly string[], starts: string, says: string, cwd = repository): void {
    const { code, out, error } = run(["diff", ...args], cwd);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error.startsWith(starts), error).toBe(true);
    expect(error).toContain(says);
    expect(error.trimEnd().split("\n"), error).toHaveLength(1);
  }

  it("names a side that is nothing", () => {
    isRefused(["nowhere"], "error side-unknown at nowhere: ", "fetch it first");
    isRefused(["main", "v1.0"], "error side-unknown at v1.0: ", "Name a commit, a folder with specs, or");
    isRefused([`main\n${hostile}`], "error side-unknown at main\\u000a", "no commit");
  });

  it("names a commit without specs", () => {
    isRefused(["empty"], "error side-unknown at empty: ", "The commit empty has no folder specs.");
  });

  it.each([
    { what: "that cannot be parsed", text: "{ not: [json", code: "source-unparsable" },
    { what: "that is no OpenAPI", text: '{ "swagger": "2.0", "info": {} }', code: "openapi-unsupported" },
    {
      what: "with a malformed part",
      text: upstream((document) => Object.assign(document.components?.schemas ?? {}, { Call: null })),
      code: "part-malformed",
    },
    {
      what: "of another API",
      text: JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/pets": { get: {} } } }),
      code: "side-unknown",
    },
  ])("names a document $what", async ({ text, code }) => {
    const file = join(folder, "bad.json");
    await writeFile(file, text);
    isRefused(["main", file], `error ${code} at ${file}`, "");
  });

  it("names two specs of different APIs", async () => {
    const other = join(folder, "other");
    await mkdir(join(other, "specs"), { recursive: true });
    const { slice } = smallSpecs();
    await writeFile(join(other, "specs", "slice.json"), printJson({ ...slice, watch: { paths: [], events: [] } }));
    const operation = { operationId: "ListPets", tags: ["Calls"], responses: { "204": { description: "" } } };
    const pets = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: { "/pets": { get: operation } } };
    await syncTo(other, JSON.stringify({ ...pets, servers: [{ url: "https://pets.example.com" }] }));
    isRefused(["main", other], "error sides-unrelated: ", "Name two versions of one API.");
  });

  it("names the commit whose specs are broken", async () => {
    await writeFile(join(repository, "specs", "names.json"), "{");
    git(repository, "commit", "--quiet", "--all", "--message", "broken");
    isRefused(["HEAD", "main"], "error specs-invalid at HEAD (", ": specs/names.json: It cannot be parsed");
    git(repository, "reset", "--quiet", "--hard", "HEAD~1");
  });

  it("says how to get the history where the clone is shallow, or has no main branch", () => {
    const clone = (name: string, ...args: readonly string[]) => {
      git(folder, "clone", "--quiet", ...args, `file://${repository}`, name);
      return join(folder, name);
    };
    const shallow = clone("shallow", "--depth", "1", "--no-single-branch", "--branch", "work");
    git(shallow, "remote", "set-head", "origin", "main");
    git(shallow, "commit", "--quiet", "--allow-empty", "--message", "on");
    isRefused([], "error merge-base-missing: ", "`git fetch --unshallow`", shallow);
    const lone = clone("lone", "--depth", "1", "--branch", "work");
    git(lone, "remote", "remove", "origin");
    isRefused([], "error merge-base-missing: ", "no main branch", lone);
    expect(run(["diff", "HEAD"], lone)).toMatchObject({ code: 0, error: "" });
  });

  it("says so outside of a repository", async () => {
    const bare = join(folder, "bare");
    await cp(join(repository, "specs"), join(bare, "specs"), { recursive: true });
    isRefused([], "error merge-base-missing: ", "name the base", bare);
    isRefused(["main"], "error side-unknown at main: ", "no commit", bare);
  });
});
