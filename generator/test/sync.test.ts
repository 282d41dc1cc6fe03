import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { OpenApiDocument, PathItem } from "../src/document/openapi.ts";
import type { SyncedSpecs } from "../src/load/specs.ts";
import type { SliceDefinition } from "../src/specs.ts";
import { lockDebts, printJson, sync } from "../src/sync.ts";

const eventType = { type: "string", enum: ["call.hangup"] };

function webhook(type: object, description?: string): PathItem {
  const schema = { properties: { data: { properties: { event_type: type } } } };
  const requestBody = { content: { "application/json": { schema } } };
  return { post: description === undefined ? { requestBody } : { description, requestBody } };
}

/** Upstream in OpenAPI 3.0, with an event in a callback. */
const upstream = {
  openapi: "3.0.3",
  info: { title: "Telnyx API", version: "2.0.0", description: "d" },
  servers: [{ url: "https://api.example.com", description: "d" }],
  paths: {
    "/fax": { post: { operationId: "SendFax", tags: ["Fax"], responses: {} } },
    "/calls": {
      post: {
        operationId: "Dial",
        summary: "Dial",
        tags: ["Calls"],
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Dial" } } } },
        responses: { "200": { description: "fine" } },
        callbacks: { callHangup: { "{$request.body#/webhook_url}": webhook(eventType, "d") } },
      },
      get: { operationId: "ListCalls", tags: ["New tag"], responses: {} },
    },
  },
  components: {
    schemas: {
      Unused: {},
      Dial: { type: "object", description: "d", properties: { to: { type: "string", nullable: true } } },
    },
  },
} as OpenApiDocument;

const contract = {
  openapi: "3.1.0",
  info: { title: "Voice", version: "2.0.0" },
  servers: [{ url: "https://api.example.com" }],
  tags: [{ name: "Calls" }],
  paths: {
    "/calls": {
      post: {
        operationId: "Dial",
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Dial" } } } },
        responses: { "200": { description: "" } },
        tags: ["Calls"],
      },
    },
  },
  webhooks: { callHangup: webhook({ enum: ["call.hangup"], type: "string" }) },
  components: {
    schemas: { Dial: { properties: { to: { type: ["string", "null"] } }, type: "object" } },
    securitySchemes: {},
  },
};

const slice: SliceDefinition = {
  title: "Voice",
  source: { repository: "example.com/openapi", path: "spec3.yml", branch: "master", download: "", commits: "" },
  families: [{ name: "calls", title: "Calls", tags: ["Calls"], operations: [], events: ["call.*"] }],
  watch: { paths: ["/calls"], events: ["call."] },
  leftOut: [],
};

const specs: SyncedSpecs = { slice, names: { operations: {}, events: {} } };
const source = { document: upstream, sha256: "d0c5", origin: { commit: "abc1234", date: "2026-01-02" } };

describe("sync", () => {
  const { value, diagnostics } = sync(source, specs);

  it("cuts the contract out of the document, in 3.1 and without prose", () => {
    expect(printJson(value?.contract)).toBe(printJson(contract));
  });

  it("locks where the contract came from, what it holds and what is unclaimed", () => {
    expect(value?.lock).toEqual({
      source: { repository: "example.com/openapi", path: "spec3.yml", commit: "abc1234", date: "2026-01-02" },
      document: { openapi: "3.0.3", version: "2.0.0", sha256: "d0c5", operations: 3, webhooks: 1, schemas: 2 },
      contract: {
        sha256: createHash("sha256").update(printJson(contract)).digest("hex"),
        operations: 1,
        webhooks: 1,
        schemas: 1,
      },
      unclaimed: ["GET /calls"],
    });
  });

  it("goes on with what is unclaimed, and says so", () => {
    expect(diagnostics.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
      ["operation-unclaimed", "debt", "#/paths/~1calls/get"],
    ]);
  });

  it("proposes names for what is new, and compares with what was", () => {
    expect(value?.newNames).toEqual(["Dial", "callHangup"]);
    expect(value?.names).toEqual({
      operations: { Dial: { method: "calls.create", type: "Dial" } },
      events: { callHangup: { event: "call.hangup", type: "CallHangup" } },
    });
    const none = { added: [], removed: [], changed: [] };
    expect(value?.comparison).toEqual({
      operations: { ...none, added: ["POST /calls"] },
      events: { ...none, added: ["call.hangup"] },
      schemas: { ...none, added: ["Dial"] },
    });
  });

  it("gives upstream's texts of what was kept", () => {
    expect(value?.texts).toEqual({
      "#/info": { description: "d" },
      "#/servers/0": { description: "d" },
      "#/paths/~1calls/post": { summary: "Dial" },
      "#/paths/~1calls/post/responses/200": { description: "fine" },
      "#/webhooks/callHangup/post": { description: "d" },
      "#/components/schemas/Dial": { description: "d" },
    });
  });

  it("comes to the same contract from its own", () => {
    const again = sync({ ...source, document: contract }, { ...specs, contract });
    expect(printJson(again.value?.contract)).toBe(printJson(contract));
    expect(again.value?.comparison).toMatchObject({
      operations: { added: [], removed: [], changed: [] },
      events: { added: [], removed: [], changed: [] },
      schemas: { added: [], removed: [], changed: [] },
    });
  });

  it.each([
    {
      what: "two families take one operation",
      slice: { ...slice, families: [...slice.families, ...slice.families] },
      code: "family-conflict",
    },
    { what: "the slice selects nothing", slice: { ...slice, families: [] }, code: "slice-empty" },
  ])("gives nothing where $what", ({ slice, code }) => {
    const failed = sync(source, { ...specs, slice });
    expect(failed.value).toBeUndefined();
    expect(failed.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });

  it("gives nothing where a reference leads nowhere", () => {
    const document = { ...upstream, components: {} };
    const failed = sync({ ...source, document }, specs);
    expect(failed.value).toBeUndefined();
    expect(failed.diagnostics.map(({ code }) => code)).toEqual(["operation-unclaimed", "reference-unresolved"]);
  });
});

describe("lockDebts", () => {
  it("tells operations from events", () => {
    const { lock } = sync(source, specs).value ?? {};
    if (lock === undefined) throw new Error("there is no lock");
    expect(lockDebts({ ...lock, unclaimed: [] })).toEqual([]);
    const place = { file: "specs/voice.lock.json", pointer: "#/unclaimed" };
    expect(lockDebts({ ...lock, unclaimed: ["GET /calls", "call.new"] })).toMatchObject([
      { code: "operation-unclaimed", severity: "debt", message: "GET /calls belongs to no family.", ...place },
      { code: "webhook-unclaimed", severity: "debt", message: "call.new belongs to no family.", ...place },
    ]);
  });
});

describe("printJson", () => {
  it("indents by two spaces and ends with a line break", () => {
    expect(printJson({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  });
});
