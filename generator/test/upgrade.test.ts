import { describe, expect, it } from "vitest";
import type { OpenApiDocument, Schema } from "../src/document/openapi.ts";
import { upgrade } from "../src/upgrade.ts";

const info = { title: "T", version: "1" };

function upgradeSchema(schema: object, openapi = "3.0.3"): Schema | undefined {
  const document = { openapi, info, paths: {}, components: { schemas: { A: schema } } };
  return upgrade(document as OpenApiDocument).components?.schemas?.["A"];
}

/** A path item that delivers an event. */
function event(name: string) {
  const schema = { properties: { data: { properties: { event_type: { enum: [name] } } } } };
  return { post: { requestBody: { content: { "application/json": { schema } } } } };
}

describe("schemas of OpenAPI 3.0", () => {
  it.each([
    { what: "nullable", given: { type: "string", nullable: true }, want: { type: ["string", "null"] } },
    { what: "nullable: false", given: { type: "string", nullable: false }, want: { type: "string" } },
    {
      what: "nullable with an enum",
      given: { type: "string", nullable: true, enum: ["a", "b"] },
      want: { type: ["string", "null"], enum: ["a", "b", null] },
    },
    {
      what: "nullable with an enum that has null",
      given: { type: "string", nullable: true, enum: [null, "a"] },
      want: { type: ["string", "null"], enum: [null, "a"] },
    },
    { what: "nullable with an enum and no type", given: { nullable: true, enum: [1] }, want: { enum: [1, null] } },
    {
      what: "nullable with allOf and no type",
      given: { nullable: true, allOf: [{ $ref: "#/components/schemas/B" }] },
      want: { anyOf: [{ allOf: [{ $ref: "#/components/schemas/B" }] }, { type: "null" }] },
    },
    {
      what: "nullable with allOf and a type",
      given: { type: "object", nullable: true, allOf: [{ minProperties: 1 }] },
      want: { type: ["object", "null"], allOf: [{ minProperties: 1 }] },
    },
    {
      what: "an exclusive minimum",
      given: { type: "number", minimum: 1, exclusiveMinimum: true },
      want: { type: "number", exclusiveMinimum: 1 },
    },
    {
      what: "an exclusive maximum",
      given: { maximum: 9, exclusiveMaximum: true, minimum: 1 },
      want: { exclusiveMaximum: 9, minimum: 1 },
    },
    {
      what: "limits that are not exclusive",
      given: { minimum: 1, exclusiveMinimum: false, maximum: 9, exclusiveMaximum: false },
      want: { minimum: 1, maximum: 9 },
    },
    {
      what: "schemas inside of schemas",
      given: { type: "array", items: { properties: { nullable: { type: "integer", nullable: true } } } },
      want: { type: "array", items: { properties: { nullable: { type: ["integer", "null"] } } } },
    },
    {
      what: "no value that only looks like a schema",
      given: { default: { nullable: true }, example: { type: "string", nullable: true } },
      want: { default: { nullable: true }, example: { type: "string", nullable: true } },
    },
  ])("upgrades $what", ({ given, want }) => {
    expect(upgradeSchema(given)).toStrictEqual(want);
  });

  it("keeps an anyOf beside the allOf of a nullable schema", () => {
    const given = { nullable: true, anyOf: [{ type: "object" }], allOf: [{ minProperties: 1 }] };
    expect(JSON.stringify(upgradeSchema(given))).toContain('{"type":"object"}');
  });

  it("drops an exclusive limit that has no limit", () => {
    expect(upgradeSchema({ exclusiveMinimum: true })).toStrictEqual({});
  });

  it("upgrades schemas wherever they stand", () => {
    const given = () => ({ type: "string", nullable: true });
    const document = {
      openapi: "3.0.0",
      info,
      paths: {
        "/a": {
          get: {
            parameters: [{ name: "p", in: "query", schema: given() }],
            responses: { "200": { description: "", content: { "application/json": { schema: given() } } } },
          },
        },
      },
    } as OpenApiDocument;
    const { get } = upgrade(document).paths["/a"] ?? {};
    const want = { type: ["string", "null"] };
    expect(get?.parameters).toEqual([{ name: "p", in: "query", schema: want }]);
    expect(get?.responses).toEqual({ "200": { description: "", content: { "application/json": { schema: want } } } });
  });
});

describe("the version", () => {
  it.each([
    ["3.0.0", "3.1.0"],
    ["3.0.3", "3.1.0"],
    ["3.1.0", "3.1.0"],
    ["3.1.1", "3.1.1"],
  ])("of %s becomes %s", (openapi, want) => {
    expect(upgrade({ openapi, info, paths: {} }).openapi).toBe(want);
  });

  it("leaves the schemas of 3.1 as they are", () => {
    const schema = { type: "string", nullable: true, exclusiveMinimum: true };
    expect(upgradeSchema(schema, "3.1.0")).toStrictEqual(schema);
  });
});

describe("callbacks", () => {
  function upgradePaths(paths: object, rest: object = {}) {
    const document = { openapi: "3.0.3", info, paths, ...rest } as unknown as OpenApiDocument;
    return upgrade(document);
  }

  it.each(["3.0.3", "3.1.0"])("that carry events become webhooks under their own key in %s", (openapi) => {
    const callbacks = { callAnswered: { "{$request.body#/webhook_url}": event("call.answered") } };
    const paths = { "/calls": { post: { operationId: "Dial", callbacks } } };
    const { webhooks, paths: after } = upgradePaths(paths, { openapi });
    expect(webhooks).toEqual({ callAnswered: event("call.answered") });
    expect(after).toStrictEqual({ "/calls": { post: { operationId: "Dial" } } });
  });

  it("that carry no event stay", () => {
    const plain = { "{$request.body#/url}": { post: { requestBody: { content: {} } } } };
    const paths = { "/calls": { post: { callbacks: { status: plain, hangup: { "{u}": event("call.hangup") } } } } };
    const { webhooks, paths: after } = upgradePaths(paths);
    expect(webhooks).toEqual({ hangup: event("call.hangup") });
    expect(after).toEqual({ "/calls": { post: { callbacks: { status: plain } } } });
  });

  it("are followed into components", () => {
    const paths = { "/calls": { post: { callbacks: { hangup: { $ref: "#/components/callbacks/Hangup" } } } } };
    const components = { callbacks: { Hangup: { "{u}": event("call.hangup") } } };
    expect(upgradePaths(paths, { components }).webhooks).toEqual({ hangup: event("call.hangup") });
  });

  it("of several operations under one key make one webhook", () => {
    const item = () => ({ post: { callbacks: { hangup: { "{u}": event("call.hangup") } } } });
    const { webhooks, paths } = upgradePaths({ "/a": item(), "/b": item() });
    expect(webhooks).toEqual({ hangup: event("call.hangup") });
    expect(paths).toEqual({ "/a": { post: {} }, "/b": { post: {} } });
  });

  it("come after the webhooks that are there, and replace none", () => {
    const callbacks = { hangup: { "{u}": event("call.other") }, added: { "{u}": event("call.added") } };
    const webhooks = { hangup: event("call.hangup") };
    expect(upgradePaths({ "/a": { post: { callbacks } } }, { webhooks }).webhooks).toEqual({
      hangup: event("call.hangup"),
      added: event("call.added"),
    });
  });

  it("that there are none of add no webhooks", () => {
    expect(upgradePaths({ "/a": { post: {} } })).not.toHaveProperty("webhooks");
  });

  it("with a second expression lose no event", () => {
    const callbacks = { both: { "{a}": event("call.one"), "{b}": event("call.two") } };
    expect(JSON.stringify(upgradePaths({ "/a": { post: { callbacks } } }))).toContain("call.two");
  });

  it("of one key and two events lose no event", () => {
    const item = (name: string) => ({ post: { callbacks: { done: { "{u}": event(name) } } } });
    const after = upgradePaths({ "/a": item("call.one"), "/b": item("call.two") });
    expect(JSON.stringify(after)).toContain("call.two");
  });
});

describe("what is given", () => {
  it("is not changed", () => {
    const document = {
      openapi: "3.0.3",
      info,
      paths: { "/calls": { post: { callbacks: { hangup: { "{u}": event("call.hangup") } } } } },
      webhooks: {},
      components: { schemas: { A: { type: "string", nullable: true, minimum: 1, exclusiveMinimum: true } } },
    } as unknown as OpenApiDocument;
    const before = structuredClone(document);
    const after = upgrade(document);
    expect(document).toStrictEqual(before);
    expect(after).not.toEqual(before);
  });
});
