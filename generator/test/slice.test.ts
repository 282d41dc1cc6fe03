import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import { slice } from "../src/slice.ts";

const info = { title: "T", version: "1" };

function sliceOf(document: object, operations: readonly string[], webhooks: readonly string[] = []) {
  const assignment = {
    operations: new Map(operations.map((key) => [key, "family"])),
    webhooks: new Map(webhooks.map((key) => [key, "family"])),
  };
  return slice({ openapi: "3.1.0", info, paths: {}, ...document } as OpenApiDocument, assignment);
}

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const ref = (section: string, name: string) => ({ $ref: `#/components/${section}/${name}` });

/** The names of the components that a slice has, by section; security schemes aside. */
function components(document: object, operations = ["GET /a"], webhooks: readonly string[] = []) {
  const { securitySchemes: _, ...sections } = sliceOf(document, operations, webhooks).value?.components ?? {};
  return Object.fromEntries(
    Object.entries(sections).map(([section, members]) => [section, Object.keys(members ?? {})]),
  );
}

describe("operations and webhooks", () => {
  const document = {
    paths: {
      "/a": { parameters: [{ name: "id", in: "path" }], servers: [], get: { operationId: "G" }, post: {} },
      "/b": { get: {} },
    },
    webhooks: { kept: { post: {} }, dropped: { post: {} } },
  };

  it("are kept where they are assigned, with the parameters of their path", () => {
    const { value, diagnostics } = sliceOf(document, ["GET /a"], ["kept"]);
    expect(diagnostics).toEqual([]);
    expect(value?.paths).toEqual({
      "/a": { parameters: [{ name: "id", in: "path" }], servers: [], get: { operationId: "G" } },
    });
    expect(value?.webhooks).toEqual({ kept: { post: {} } });
  });

  it("may be webhooks alone", () => {
    expect(sliceOf(document, [], ["kept"]).value).toMatchObject({ paths: {}, webhooks: { kept: { post: {} } } });
  });

  it.each([
    { what: "nothing is assigned", operations: [] },
    { what: "what is assigned is not there", operations: ["PUT /a", "GET /c"] },
  ])("are an error where $what", ({ operations }) => {
    const { value, diagnostics } = sliceOf(document, operations);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["slice-empty", "error"]]);
  });

  it("leave the document that they came from as it was", () => {
    const given = structuredClone(document);
    sliceOf(given, ["GET /a"], ["kept"]);
    expect(given).toEqual(document);
  });
});

describe("components", () => {
  it("are kept where an operation reaches them, over any number of references", () => {
    const document = {
      paths: {
        "/a": {
          parameters: [ref("parameters", "Id")],
          get: {
            parameters: [ref("parameters", "Page")],
            requestBody: ref("requestBodies", "Body"),
            responses: { "200": ref("responses", "Ok"), "400": json({ $ref: "#/components/schemas/Error" }) },
          },
          post: { responses: { "200": ref("responses", "Unreached") } },
        },
      },
      components: {
        parameters: { Id: { schema: ref("schemas", "Id") }, Page: {}, Unreached: {} },
        requestBodies: { Body: json(ref("schemas", "Body")) },
        responses: { Ok: { headers: { H: ref("headers", "Limit") } }, Unreached: json(ref("schemas", "Unreached")) },
        headers: { Limit: { schema: ref("schemas", "Limit") } },
        schemas: {
          Id: {},
          Body: { properties: { next: ref("schemas", "Body"), leaf: { items: ref("schemas", "Leaf") } } },
          Leaf: { allOf: [ref("schemas", "Base")] },
          Base: {},
          Limit: {},
          Error: {},
          Unreached: { items: ref("schemas", "AlsoUnreached") },
          AlsoUnreached: {},
        },
        examples: { Unreached: {} },
      },
    };
    const sections = components(document);
    expect(Object.fromEntries(Object.entries(sections).map(([section, names]) => [section, names.sort()]))).toEqual({
      parameters: ["Id", "Page"],
      requestBodies: ["Body"],
      responses: ["Ok"],
      headers: ["Limit"],
      schemas: ["Base", "Body", "Error", "Id", "Leaf", "Limit"],
    });
  });

  const mapped = (mapping: object) => ({
    paths: { "/a": { get: { responses: { "200": json({ discriminator: { propertyName: "t", mapping } }) } } } },
    components: { schemas: { Cat: { items: ref("schemas", "Paw") }, Dog: {}, Paw: {} } },
  });

  it.each([
    { what: "by reference", mapping: { cat: "#/components/schemas/Cat" } },
    { what: "by name", mapping: { cat: "Cat" } },
  ])("are kept where a discriminator maps to them $what", ({ mapping }) => {
    expect(components(mapped(mapping))).toEqual({ schemas: ["Cat", "Paw"] });
  });

  it("are kept where a webhook reaches them", () => {
    const document = {
      webhooks: { done: { post: { requestBody: json(ref("schemas", "Done")) } } },
      components: { schemas: { Done: { type: "object" }, Other: {} } },
    };
    expect(components(document, [], ["done"])).toEqual({ schemas: ["Done"] });
  });

  it("are kept whole where a reference leads into them", () => {
    const document = {
      paths: { "/a": { get: { requestBody: json({ $ref: "#/components/schemas/A/properties/b" }) } } },
      components: { schemas: { A: { properties: { b: {}, c: ref("schemas", "C") } }, C: {} } },
    };
    expect(components(document)).toEqual({ schemas: ["A", "C"] });
  });

  it("may be named __proto__", () => {
    const schemas = JSON.parse('{ "__proto__": { "type": "object" }, "constructor": { "type": "string" } }');
    const properties = { a: ref("schemas", "__proto__"), b: ref("schemas", "constructor") };
    const paths = { "/a": { get: { requestBody: json({ properties }) } } };
    const { value, diagnostics } = sliceOf({ paths, components: { schemas } }, ["GET /a"]);
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(value?.components?.schemas)).toBe(JSON.stringify(schemas));
  });

  it("may have names that need escaping", () => {
    const paths = { "/a": { get: { requestBody: json({ $ref: "#/components/schemas/a~1b%20c" }) } } };
    expect(components({ paths, components: { schemas: { "a/b c": {} } } })).toEqual({ schemas: ["a/b c"] });
  });
});

describe("references", () => {
  it.each([
    {
      code: "reference-unresolved",
      $ref: "#/components/schemas/Absent",
      says: "leads to no component of the document",
    },
    {
      code: "reference-unresolved",
      $ref: "#/components/schemas/B/items",
      says: "leads to no component of the document",
    },
    { code: "reference-unresolved", $ref: "#/paths/~1a/get", says: "leads to no component of the document" },
    { code: "reference-unresolved", $ref: "#/components/schemas", says: "leads to no component of the document" },
    { code: "reference-unresolved", $ref: "#anchor", says: "leads to no component of the document" },
    { code: "reference-external", $ref: "other.yaml#/components/schemas/B", says: "leads out of the document" },
    { code: "reference-external", $ref: "https://example.com/b.json", says: "leads out of the document" },
    { code: "reference-external", $ref: "/etc/passwd", says: "leads out of the document" },
  ])("to $$ref are an error", ({ code, $ref, says }) => {
    const paths = { "/a": { get: { requestBody: json({ $ref }) } } };
    const { value, diagnostics } = sliceOf({ paths, components: { schemas: { B: {} } } }, ["GET /a"]);
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([
      {
        code,
        severity: "error",
        message: `${$ref} ${says}.`,
        fix: expect.any(String),
        pointer: "#/paths/~1a/get/requestBody/content/application~1json/schema",
      },
    ]);
  });

  it("inside of components are reported at their place there, each once", () => {
    const document = {
      paths: { "/a": { get: { requestBody: json(ref("schemas", "A")) } } },
      components: { schemas: { A: { items: ref("schemas", "Absent"), not: ref("schemas", "Absent") } } },
    };
    expect(sliceOf(document, ["GET /a"]).diagnostics.map(({ pointer }) => pointer)).toEqual([
      "#/components/schemas/A/items",
    ]);
  });

  it("of a mapping that lead nowhere are an error", () => {
    const discriminator = { propertyName: "t", mapping: { a: "Absent" } };
    const paths = { "/a": { get: { requestBody: json({ discriminator }) } } };
    const [diagnostic] = sliceOf({ paths }, ["GET /a"]).diagnostics;
    expect(diagnostic?.message).toBe("#/components/schemas/Absent leads to no component of the document.");
  });

  it("of operations and components that are left out do not matter", () => {
    const paths = { "/a": { get: {} }, "/b": { get: { requestBody: json({ $ref: "other.yaml" }) } } };
    const schemas = { A: { $ref: "#/nowhere" } };
    expect(sliceOf({ paths, components: { schemas } }, ["GET /a"]).diagnostics).toEqual([]);
  });
});

describe("security schemes and tags", () => {
  const document = {
    security: [{ bearer: [] }],
    tags: [{ name: "Used", description: "d" }, { name: "Unused" }],
    paths: {
      "/a": { get: { tags: ["Used", "Also used"], security: [{ key: [] }, {}] } },
      "/b": { get: { tags: ["Unused"], security: [{ basic: [] }] } },
    },
    webhooks: { done: { post: { tags: ["Callbacks"] } } },
    components: { securitySchemes: { basic: { type: "http" }, bearer: { type: "http" }, key: { type: "apiKey" } } },
  };

  it("are kept where they are used", () => {
    const { value } = sliceOf(document, ["GET /a"], ["done"]);
    expect(value?.components?.securitySchemes).toEqual({ bearer: { type: "http" }, key: { type: "apiKey" } });
    expect(value?.tags).toEqual([{ name: "Also used" }, { name: "Callbacks" }, { name: "Used" }]);
    expect(value?.security).toEqual([{ bearer: [] }]);
  });

  it("may all be absent", () => {
    const { value } = sliceOf({ paths: { "/a": { get: {} } } }, ["GET /a"]);
    expect(value?.components).toEqual({ securitySchemes: {} });
    expect(value?.tags).toEqual([]);
  });
});
