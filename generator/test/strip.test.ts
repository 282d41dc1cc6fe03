import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import { strip } from "../src/strip.ts";

const info = { title: "Upstream", version: "2.0.0" };
const prose = {
  summary: "s",
  description: "d",
  title: "t",
  example: "e",
  examples: ["e"],
  externalDocs: {},
  "x-vendor": 1,
};

function stripped(document: object): OpenApiDocument {
  return strip({ openapi: "3.1.0", info, paths: {}, ...document } as OpenApiDocument, "Ours").contract;
}

function stripSchema(schema: object): unknown {
  return stripped({ components: { schemas: { A: schema } } }).components?.schemas?.["A"];
}

/** What OpenAPI lets a path item say in prose. */
const pathProse = { summary: "s", description: "d", "x-vendor": 1 };

/** Every key of every object, however deep. */
function keysOf(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...keysOf(member)]);
}

const everywhere = {
  ...prose,
  info: { ...prose, ...info, contact: {}, license: {}, termsOfService: "t" },
  servers: [{ ...prose, url: "https://example.com" }],
  tags: [{ ...prose, name: "Calls" }],
  security: [{ bearer: [] }],
  "x-root": 1,
  paths: {
    "/calls": {
      ...pathProse,
      parameters: [{ ...prose, name: "id", in: "path", required: true, schema: { ...prose, type: "string" } }],
      post: {
        ...prose,
        operationId: "Dial",
        tags: ["Calls"],
        deprecated: true,
        requestBody: {
          ...prose,
          required: true,
          content: {
            "application/json": {
              ...prose,
              examples: { one: { ...prose, value: 1 } },
              schema: { ...prose, allOf: [{ ...prose, discriminator: { ...prose, propertyName: "type" } }] },
              encoding: { file: { ...prose, contentType: "text/plain", headers: { H: { ...prose, required: true } } } },
            },
          },
        },
        responses: {
          "200": { ...prose, headers: { H: { ...prose, schema: { ...prose, type: "integer" } } }, links: { l: prose } },
          default: { $ref: "#/components/responses/Error" },
          "x-vendor": 1,
        },
        callbacks: { done: { "{u}": { ...pathProse, post: { ...prose, responses: {} } } } },
      },
    },
  },
  webhooks: { hangup: { ...pathProse, post: { ...prose, operationId: "hangup" } } },
  components: {
    schemas: {},
    responses: { Error: { ...prose, content: {} } },
    examples: { e: prose },
    links: { l: prose },
    securitySchemes: { bearer: { ...prose, type: "http", scheme: "bearer" } },
    "x-vendor": {},
  },
};

describe("a contract", () => {
  it("holds facts alone, wherever prose stood", () => {
    expect(stripped(everywhere)).toStrictEqual({
      openapi: "3.1.0",
      info: { title: "Ours", version: "2.0.0" },
      servers: [{ url: "https://example.com" }],
      tags: [{ name: "Calls" }],
      security: [{ bearer: [] }],
      paths: {
        "/calls": {
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          post: {
            operationId: "Dial",
            tags: ["Calls"],
            deprecated: true,
            requestBody: {
              required: true,
              content: {
                "application/json": {
                  schema: { allOf: [{ discriminator: { propertyName: "type" } }] },
                  encoding: { file: { contentType: "text/plain", headers: { H: { required: true } } } },
                },
              },
            },
            responses: {
              "200": { description: "", headers: { H: { schema: { type: "integer" } } } },
              default: { $ref: "#/components/responses/Error" },
            },
            callbacks: { done: { "{u}": { post: { responses: {} } } } },
          },
        },
      },
      webhooks: { hangup: { post: { operationId: "hangup" } } },
      components: {
        schemas: {},
        responses: { Error: { description: "", content: {} } },
        securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      },
    });
  });

  it("has the keys of prose nowhere but in info and responses", () => {
    const { info: _, ...contract } = stripped(everywhere);
    const found = keysOf(contract).filter((key) => Object.hasOwn(prose, key));
    expect(found).toEqual(["description", "description"]);
  });

  it("keeps properties that are named like keywords of prose", () => {
    const names = ["summary", "description", "title", "example", "examples", "deprecated", "default", "properties"];
    const more = ["x-vendor", "externalDocs", "required", "$ref", "items", "__proto__", "constructor"];
    const properties = Object.fromEntries([...names, ...more].map((name) => [name, { type: "string", ...prose }]));
    const bare = Object.fromEntries([...names, ...more].map((name) => [name, { type: "string" }]));
    const schema = stripSchema({ properties, required: names, $defs: properties, patternProperties: properties });
    expect(JSON.stringify(schema)).toBe(
      JSON.stringify({ $defs: bare, patternProperties: bare, properties: bare, required: names }),
    );
  });

  it("keeps components, parameters and headers that are named like keywords of prose", () => {
    const components = { schemas: { title: { type: "string" } }, headers: { "x-vendor": { required: true } } };
    expect(stripped({ components }).components).toEqual(components);
    const parameters = [{ name: "description", in: "query" }];
    expect(stripped({ paths: { "/a": { parameters } } }).paths).toEqual({ "/a": { parameters } });
  });

  it("keeps every fact of a schema", () => {
    const facts = {
      ...{ type: "string", format: "f", enum: ["a"], const: "a", default: "a", deprecated: true, readOnly: true },
      ...{ writeOnly: true, minimum: 1, maximum: 2, exclusiveMinimum: 0, exclusiveMaximum: 3, multipleOf: 1 },
      ...{ minLength: 1, maxLength: 2, pattern: "a", minItems: 1, maxItems: 2, uniqueItems: true, minProperties: 1 },
      ...{ maxProperties: 2, additionalProperties: false, required: ["a"], contentEncoding: "base64" },
      ...{ contentMediaType: "text/plain", discriminator: { propertyName: "a", mapping: { b: "#/c" } } },
    };
    expect(stripSchema({ ...prose, ...facts })).toEqual(facts);
  });

  it("keeps values as they are, whatever their keys are", () => {
    const value = { description: "d", title: "t", b: 1, a: 2, "x-a": null };
    const schema = { const: value, default: value, enum: [value] };
    expect(JSON.stringify(stripSchema(schema))).toBe(JSON.stringify(schema));
  });

  it.each([
    { where: "a path item, among keys that OpenAPI does not know", given: { paths: { "/a": prose } } },
    {
      where: "the variables of a server",
      given: { servers: [{ url: "{r}", variables: { r: { default: "a", ...prose } } }] },
    },
    {
      where: "the scopes of a security scheme",
      given: {
        components: {
          securitySchemes: { a: { type: "oauth2", flows: { implicit: { scopes: { read: "d" }, ...prose } } } },
        },
      },
    },
  ])("holds no prose in $where", ({ given }) => {
    const { info: _, ...contract } = stripped(given);
    expect(keysOf(contract).filter((key) => Object.hasOwn(prose, key))).toEqual([]);
    expect(JSON.stringify(contract)).not.toContain('"d"');
  });

  it("keeps the callbacks that an operation refers to", () => {
    const paths = { "/a": { post: { callbacks: { done: { $ref: "#/components/callbacks/Done" } } } } };
    const callbacks = { Done: { "{u}": { post: {} } } };
    expect(stripped({ paths, components: { callbacks } }).components).toEqual({ callbacks });
  });
});

describe("the order of keys", () => {
  it("is that of OpenAPI at the root, and of code units below", () => {
    const contract = stripped({
      components: { schemas: { b: {}, a: {}, B: {}, "a-": {} }, responses: {}, parameters: {} },
      webhooks: { z: {}, Z: {} },
      paths: { "/b": { put: { tags: [], operationId: "o" }, get: {} }, "/a": {} },
      tags: [],
      security: [],
      servers: [],
    });
    expect(JSON.stringify(contract)).toBe(
      JSON.stringify({
        openapi: "3.1.0",
        info: { title: "Ours", version: "2.0.0" },
        servers: [],
        security: [],
        tags: [],
        paths: { "/a": {}, "/b": { get: {}, put: { operationId: "o", tags: [] } } },
        webhooks: { Z: {}, z: {} },
        components: { parameters: {}, responses: {}, schemas: { B: {}, a: {}, "a-": {}, b: {} } },
      }),
    );
  });

  it("is kept for properties and values", () => {
    const schema = {
      type: "object",
      required: ["b", "a"],
      properties: { b: { type: "string", format: "f" }, a: {} },
      enum: ["b", "a"],
    };
    expect(JSON.stringify(stripSchema(schema))).toBe(
      '{"enum":["b","a"],"properties":{"b":{"format":"f","type":"string"},"a":{}},"required":["b","a"],"type":"object"}',
    );
  });

  it("does not depend on the order in which upstream writes", () => {
    const one = {
      paths: { "/a": { get: { operationId: "a", tags: ["t"] } }, "/b": {} },
      components: { schemas: { A: {}, B: {} } },
    };
    const two = {
      components: { schemas: { B: {}, A: {} } },
      paths: { "/b": {}, "/a": { get: { tags: ["t"], operationId: "a" } } },
    };
    expect(JSON.stringify(stripped(one))).toBe(JSON.stringify(stripped(two)));
  });
});

describe("upstream's texts", () => {
  it("come back by the pointer of what they describe", () => {
    const document = {
      openapi: "3.1.0",
      info: { ...info, description: "the document" },
      paths: {
        "/calls": {
          summary: "the path",
          post: {
            summary: "the operation",
            description: "more of it",
            responses: { "200": { description: "the answer" } },
          },
        },
      },
      components: {
        schemas: {
          Call: {
            title: "a title is no text",
            description: "the schema",
            properties: {
              description: { description: "the property" },
              "a/b": { description: "escaped" },
              c: { description: 1 },
            },
          },
        },
      },
    } as unknown as OpenApiDocument;
    const before = structuredClone(document);
    expect(strip(document, "Ours").texts).toEqual({
      "#/info": { description: "the document" },
      "#/paths/~1calls": { summary: "the path" },
      "#/paths/~1calls/post": { summary: "the operation", description: "more of it" },
      "#/paths/~1calls/post/responses/200": { description: "the answer" },
      "#/components/schemas/Call": { description: "the schema" },
      "#/components/schemas/Call/properties/description": { description: "the property" },
      "#/components/schemas/Call/properties/a~1b": { description: "escaped" },
    });
    expect(document).toEqual(before);
  });
});
