import { describe, expect, it } from "vitest";
import { assign } from "../src/assign.ts";
import type { OpenApiDocument, PathItem } from "../src/document/openapi.ts";
import type { FamilyDefinition, SliceDefinition } from "../src/specs.ts";

function family(name: string, entries: Partial<FamilyDefinition>): FamilyDefinition {
  return { name, title: name, tags: [], operations: [], events: [], ...entries };
}

function slice(families: readonly FamilyDefinition[], rest: Partial<SliceDefinition> = {}): SliceDefinition {
  const source = { repository: "r", path: "p", branch: "b", download: "d", commits: "c" };
  return { title: "T", source, families, watch: { paths: [], events: [] }, leftOut: [], ...rest };
}

/** A document of one path per operation, tagged, and of webhooks keyed by their event's name with `!` before it. */
function document(tags: Record<string, readonly string[] | undefined>, events: readonly string[] = []) {
  const paths = Object.entries(tags).map(([key, own]) => {
    const [method, path] = key.split(" ") as [string, string];
    return [path, { [method.toLowerCase()]: own === undefined ? {} : { tags: [...own] } }];
  });
  const webhooks = events.map((name): [string, PathItem] => {
    const schema = { properties: { event_type: { const: name } } };
    return [`!${name}`, { post: { requestBody: { content: { "application/json": { schema } } } } }];
  });
  const info = { title: "T", version: "1" };
  return { openapi: "3.1.0", info, paths: Object.fromEntries(paths), webhooks: Object.fromEntries(webhooks) };
}

describe("operations", () => {
  it.each([
    { what: "a tag", families: [family("a", { tags: ["Calls"] })], want: "a" },
    { what: "its name", families: [family("a", { operations: ["POST /calls"] })], want: "a" },
    { what: "any of its tags", families: [family("a", { tags: ["More"] })], want: "a" },
    {
      what: "its name before a tag of an earlier family",
      families: [family("a", { tags: ["Calls"] }), family("b", { operations: ["POST /calls"] })],
      want: "b",
    },
    {
      what: "its name before a tag of a later family",
      families: [family("b", { operations: ["POST /calls"] }), family("a", { tags: ["Calls"] })],
      want: "b",
    },
    {
      what: "its name and tag alike",
      families: [family("a", { tags: ["Calls"], operations: ["POST /calls"] })],
      want: "a",
    },
    { what: "no other path", families: [family("a", { operations: ["POST /calls/"] })], want: undefined },
    { what: "no other method", families: [family("a", { operations: ["GET /calls"] })], want: undefined },
    { what: "no other tag", families: [family("a", { tags: ["calls"] })], want: undefined },
  ])("are taken by $what", ({ families, want }) => {
    const assigned = assign(document({ "POST /calls": ["Calls", "More"] }), slice(families));
    expect(assigned.operations.get("POST /calls")).toBe(want);
    expect(assigned.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("without tags are taken by name alone", () => {
    const families = [family("a", { tags: ["Calls"] }), family("b", { operations: ["GET /b"] })];
    const { operations } = assign(document({ "GET /a": undefined, "GET /b": undefined }), slice(families));
    expect([...operations]).toEqual([["GET /b", "b"]]);
  });

  it.each([
    { how: "tags", entries: { tags: ["Calls"] } },
    { how: "names", entries: { operations: ["POST /calls"] } },
  ])("that two families take by $how are a conflict", ({ entries }) => {
    const given = slice([family("a", entries), family("b", entries)]);
    expect(assign(document({ "POST /calls": ["Calls"] }), given).diagnostics).toEqual([
      {
        code: "family-conflict",
        severity: "error",
        message: "POST /calls is taken by a and b.",
        fix: "Let one family of specs/slice.json take it, and remove it from the others.",
        pointer: "#/paths/~1calls/post",
      },
    ]);
  });
});

describe("events", () => {
  const all = family("all", { events: ["call.*"] });
  const gather = family("gather", { events: ["call.gather.*"] });

  it.each([
    { event: "call.hangup", families: [all, gather], want: "all" },
    { event: "call.gather.ended", families: [all, gather], want: "gather" },
    { event: "call.gather.ended", families: [gather, all], want: "gather" },
    { event: "call.gather.ended", families: [gather, family("one", { events: ["call.gather.ended"] })], want: "one" },
    { event: "call.gather.ended", families: [family("one", { events: ["call.gather.ended"] }), gather], want: "one" },
    { event: "call.gather", families: [all, gather], want: "all" },
    { event: "call.gathering.ended", families: [gather], want: undefined },
    { event: "callback.done", families: [all], want: undefined },
    { event: "call.hangup", families: [family("a", { events: ["call."] })], want: undefined },
    { event: "call.hangup", families: [], want: undefined },
  ])("$event goes to $want", ({ event, families, want }) => {
    const { webhooks } = assign(document({}, [event]), slice(families));
    expect(webhooks.get(`!${event}`)).toBe(want);
  });

  it.each([
    { how: "in full", events: ["call.hangup"] },
    { how: "by prefixes of one length", events: ["call.*"] },
  ])("that two families take $how are a conflict", ({ events }) => {
    const given = slice([family("a", { events }), family("b", { events }), family("c", { events: ["c.*"] })]);
    const [conflict, ...others] = assign(document({}, ["call.hangup"]), given).diagnostics;
    expect(conflict).toMatchObject({
      code: "family-conflict",
      severity: "error",
      message: "call.hangup is taken by a and b.",
      pointer: "#/webhooks/!call.hangup",
    });
    expect(others).toEqual([]);
  });

  it("without a name of their own belong to no family, and are told by their key", () => {
    const unnamed = { ...document({}), webhooks: { unnamed: { post: {} } } };
    const watch = { paths: [""], events: [""] };
    expect(assign(unnamed, slice([all], { watch }))).toEqual({
      operations: new Map(),
      webhooks: new Map(),
      unclaimed: [],
      unread: [{ key: "unnamed", reason: "has no single event_type", isOdd: false, events: [], names: ["unnamed"] }],
      diagnostics: [],
    });
  });
});

describe("what is watched", () => {
  const given = document(
    { "POST /calls": ["Calls"], "GET /calls/{id}": ["New"], "GET /call_events": undefined, "GET /fax": ["Fax"] },
    ["call.hangup", "call.new", "fax.sent"],
  );
  const families = [family("a", { tags: ["Calls"], events: ["call.hangup"] })];
  const watch = { paths: ["/calls", "/call_"], events: ["call."] };

  it("and belongs to no family is reported with its place, and listed in order", () => {
    const { unclaimed, diagnostics } = assign(given, slice(families, { watch }));
    expect(unclaimed).toEqual(["GET /call_events", "GET /calls/{id}", "call.new"]);
    expect(diagnostics).toEqual([
      {
        code: "operation-unclaimed",
        severity: "debt",
        message: "GET /calls/{id} belongs to no family.",
        fix: "Add it to a family of specs/slice.json, or to `leftOut` with the reason.",
        pointer: "#/paths/~1calls~1{id}/get",
      },
      {
        code: "operation-unclaimed",
        severity: "debt",
        message: "GET /call_events belongs to no family.",
        fix: "Add it to a family of specs/slice.json, or to `leftOut` with the reason.",
        pointer: "#/paths/~1call_events/get",
      },
      {
        code: "webhook-unclaimed",
        severity: "debt",
        message: "The event call.new belongs to no family.",
        fix: "Add its event to a family of specs/slice.json, or to `leftOut` with the reason.",
        pointer: "#/webhooks/!call.new",
      },
    ]);
  });

  it("is silenced by an entry of leftOut", () => {
    const leftOut = [
      { operation: "GET /calls/{id}", reason: "r" },
      { operation: "GET /call_events", reason: "r" },
      { event: "call.new", reason: "r" },
    ];
    const { unclaimed, diagnostics } = assign(given, slice(families, { watch, leftOut }));
    expect({ unclaimed, diagnostics }).toEqual({ unclaimed: [], diagnostics: [] });
  });

  it("is silenced by its own entry of leftOut alone", () => {
    const leftOut = [
      { operation: "POST /calls/{id}", reason: "r" },
      { event: "call.*", reason: "r" },
    ];
    expect(assign(given, slice(families, { watch, leftOut })).unclaimed).toHaveLength(3);
  });

  it("does not change what families take", () => {
    const taken = ({ operations, webhooks }: ReturnType<typeof assign>) => ({ operations, webhooks });
    const want = { operations: new Map([["POST /calls", "a"]]), webhooks: new Map([["!call.hangup", "a"]]) };
    expect(taken(assign(given, slice(families, { watch })))).toEqual(want);
    expect(taken(assign(given, slice(families)))).toEqual(want);
  });
});

describe("entries of the slice", () => {
  it("that the document does not have are warned of", () => {
    const families = [
      family("used", { operations: ["POST /calls"], events: ["call.hangup"] }),
      family("unused", { tags: ["Gone"], operations: ["GET /gone"], events: ["gone.*", "call.gone"] }),
    ];
    const { diagnostics } = assign(document({ "POST /calls": [] }, ["call.hangup"]), slice(families));
    const want = (entry: string) => ({
      code: "slice-entry-unused",
      severity: "warning",
      message: `unused names ${entry}, which the document does not have.`,
      fix: "Remove the entry from specs/slice.json once no document in use has it.",
      file: "specs/slice.json",
      pointer: "#/families/1",
    });
    expect(diagnostics).toEqual([want("GET /gone"), want("call.gone")]);
  });
});

describe("documents that break the rules of OpenAPI", () => {
  it.each([
    { what: "null for an operation", paths: { "/a": { get: null } } },
    { what: "null for a path", paths: { "/a": null } },
    { what: "tags that are no list", paths: { "/a": { get: { tags: {} } } } },
  ])("assign nothing to $what", ({ paths }) => {
    const broken = { ...document({}), paths } as unknown as OpenApiDocument;
    expect(assign(broken, slice([family("a", { tags: ["Calls"] })])).operations.size).toBe(0);
  });

  it("may lack webhooks", () => {
    const { webhooks: _, ...without } = document({ "POST /calls": ["Calls"] });
    expect(assign(without, slice([family("a", { tags: ["Calls"] })])).operations.size).toBe(1);
  });
});
