import { describe, expect, it } from "vitest";
import type { JsonObject, OpenApiDocument } from "../../src/document/openapi.ts";
import { toPointer } from "../../src/document/pointer.ts";
import { childrenOf, type NodeKind, walk, walkDocument } from "../../src/document/walk.ts";

const info = { title: "T", version: "1" };

/** Each object below a node as `<kind> <pointer>`. */
function visits(kind: NodeKind, value: unknown): string[] {
  return [...walk({ kind, value: value as JsonObject, keys: [] })]
    .slice(1)
    .map((node) => `${node.kind} ${toPointer(node.keys)}`);
}

describe("walkDocument", () => {
  it("meets every object with its kind and place, parents before children, in document order", () => {
    const document = {
      openapi: "3.1.0",
      info,
      servers: [{ url: "/" }],
      tags: [{ name: "a" }],
      paths: {
        "/calls": {
          parameters: [{ name: "p", in: "query", schema: { type: "string" } }],
          post: {
            requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } },
            responses: { "200": { description: "", headers: { H: { schema: {} } } } },
            callbacks: { done: { "{$request.body#/url}": { post: {} } } },
          },
        },
      },
      webhooks: { answered: { post: {} } },
      components: { schemas: { A: {} }, securitySchemes: { token: {} } },
    } as unknown as OpenApiDocument;
    expect([...walkDocument(document)].map(({ kind, keys }) => `${kind} ${toPointer(keys)}`)).toEqual([
      "document #",
      "info #/info",
      "server #/servers/0",
      "tag #/tags/0",
      "pathItem #/paths/~1calls",
      "parameter #/paths/~1calls/parameters/0",
      "schema #/paths/~1calls/parameters/0/schema",
      "operation #/paths/~1calls/post",
      "requestBody #/paths/~1calls/post/requestBody",
      "mediaType #/paths/~1calls/post/requestBody/content/application~1json",
      "schema #/paths/~1calls/post/requestBody/content/application~1json/schema",
      "responses #/paths/~1calls/post/responses",
      "response #/paths/~1calls/post/responses/200",
      "header #/paths/~1calls/post/responses/200/headers/H",
      "schema #/paths/~1calls/post/responses/200/headers/H/schema",
      "callback #/paths/~1calls/post/callbacks/done",
      "pathItem #/paths/~1calls/post/callbacks/done/{$request.body#~1url}",
      "operation #/paths/~1calls/post/callbacks/done/{$request.body#~1url}/post",
      "pathItem #/webhooks/answered",
      "operation #/webhooks/answered/post",
      "components #/components",
      "schema #/components/schemas/A",
      "securityScheme #/components/securitySchemes/token",
    ]);
  });
});

describe("walk", () => {
  it("tells a keyword from a property that bears its name", () => {
    const schema = { properties: { properties: { type: "object" }, items: { type: "array" }, allOf: {}, example: {} } };
    expect(visits("schema", schema)).toEqual([
      "schema #/properties/properties",
      "schema #/properties/items",
      "schema #/properties/allOf",
      "schema #/properties/example",
    ]);
  });

  it("meets the schemas under every keyword that holds some", () => {
    const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
    const maps = ["properties", "patternProperties", "dependentSchemas", "$defs"];
    const ones = ["additionalProperties", "unevaluatedProperties", "unevaluatedItems", "propertyNames", "items"];
    ones.push("contains", "not", "if", "then", "else");
    const schema = Object.fromEntries([
      ...lists.map((key) => [key, [{}]]),
      ...maps.map((key) => [key, { member: {} }]),
      ...ones.map((key) => [key, {}]),
    ]);
    expect(visits("schema", schema)).toEqual([
      ...lists.map((key) => `schema #/${key}/0`),
      ...maps.map((key) => `schema #/${key}/member`),
      ...ones.map((key) => `schema #/${key}`),
    ]);
  });

  it("leaves values alone that only look like schemas", () => {
    const values = { example: { items: {} }, examples: [{ items: {} }], default: { not: {} }, const: { not: {} } };
    expect(visits("schema", { ...values, enum: [{ not: {} }], "x-more": { items: {} } })).toEqual([]);
  });

  it.each([
    { what: "a boolean where a schema may stand", value: { additionalProperties: false, items: true } },
    { what: "a list where a map belongs", value: { properties: [{}] } },
    { what: "a map where a list belongs", value: { allOf: { "0": {} } } },
    { what: "null and text", value: { properties: { a: null, b: "text" }, not: null, anyOf: [null, 1] } },
  ])("passes over $what", ({ value }) => {
    expect(visits("schema", value)).toEqual([]);
  });

  it("meets a reference without following it", () => {
    expect(visits("schema", { items: { $ref: "#" } })).toEqual(["schema #/items"]);
  });

  it("meets a discriminator as such", () => {
    expect(visits("schema", { discriminator: { propertyName: "type", mapping: { a: "A" } } })).toEqual([
      "discriminator #/discriminator",
    ]);
  });

  it("walks a schema of 5,000 levels", () => {
    let schema: JsonObject = {};
    for (let level = 0; level < 5_000; level++) schema = { items: schema };
    let depth = 0;
    for (const node of walk({ kind: "schema", value: schema, keys: [] })) depth = node.keys.length;
    expect(depth).toBe(5_000);
  });

  it("walks a schema of 50,000 properties", () => {
    const properties = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`p${index}`, {}]));
    expect(visits("schema", { properties })).toHaveLength(50_000);
  });

  it("walks a schema of 200,000 properties", () => {
    const properties = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`p${index}`, {}]));
    expect(visits("schema", { properties })).toHaveLength(200_000);
  });
});

describe("childrenOf", () => {
  it("gives the objects directly below only, with list places as numbers", () => {
    const schema = { allOf: [{ items: {} }, {}] };
    expect(childrenOf({ kind: "schema", value: schema, keys: ["a"] })).toEqual([
      { kind: "schema", value: { items: {} }, keys: ["a", "allOf", 0], under: "allOf" },
      { kind: "schema", value: {}, keys: ["a", "allOf", 1], under: "allOf" },
    ]);
  });

  it("finds no children by an inherited name", () => {
    expect(
      childrenOf({ kind: "schema", value: JSON.parse('{ "constructor": {}, "__proto__": {} }'), keys: [] }),
    ).toEqual([]);
  });
});
