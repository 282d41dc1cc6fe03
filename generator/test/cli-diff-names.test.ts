import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import type { Names } from "../src/specs.ts";
import { printJson } from "../src/sync.ts";
import { diffRepository, git, run, syncTo, upstream } from "./diff-repository.ts";

let [folder, repository] = ["", ""];
beforeAll(async () => {
  ({ folder, repository } = await diffRepository());
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** What upstream calls otherwise: a schema, and an operation's id. */
function rename(document: OpenApiDocument): void {
  const text = JSON.stringify(document).replaceAll("#/components/schemas/Error", "#/components/schemas/ApiError");
  const { Error: error, ...others } = document.components?.schemas ?? {};
  Object.assign(document, JSON.parse(text));
  Object.assign(document.components ?? {}, { schemas: { ...others, ApiError: error } });
}

describe("renamings", () => {
  const names = async () => JSON.parse(await readFile(join(repository, "specs", "names.json"), "utf8")) as Names;
  const write = (value: Names) => writeFile(join(repository, "specs", "names.json"), printJson(value));
  const report = () => JSON.parse(run(["diff", "work", "specs", "--format", "json"], repository).out);
  const renamings = (changes: readonly { readonly rule: string; readonly typescript: string }[]) =>
    changes.filter(({ rule }) => rule.endsWith("-renamed")).map(({ rule, typescript }) => [rule, typescript]);

  it("are compatible once the entries that the command proposes are in names.json", async () => {
    git(repository, "checkout", "--quiet", "work");
    await syncTo(repository, upstream(rename));
    const own = await names();
    const [id = ""] = Object.keys(own.operations);
    const [key = ""] = Object.keys(own.events);
    const operations = { ...own.operations, [id]: { method: "calls.place", type: "PlaceCall" } };
    const events = { ...own.events, [key]: { event: own.events[key]?.event ?? "", type: "Otherwise" } };
    await write({ ...own, operations, events });
    const before = report();
    expect(before).toMatchObject({ ok: false, typescript: "breaking", bump: "major" });
    const kinds = ["method-renamed", "schema-renamed", "type-renamed"];
    expect([...new Set(renamings(before.changes).map(([rule]) => rule))].sort()).toEqual(kinds);
    await write({ ...(await names()), aliases: before.aliases });
    const after = report();
    expect(renamings(after.changes).map(([, verdict]) => verdict)).toEqual(
      renamings(before.changes).map(() => "compatible"),
    );
    expect(after).toMatchObject({ ok: true, typescript: "compatible", aliases: {} });
  });
});
