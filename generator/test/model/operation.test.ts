import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.ts";
import type {
  Method,
  OpenApiDocument,
  OperationObject,
  Parameter,
  PathItem,
  Response,
  Schema,
} from "../../src/document/openapi.ts";
import { buildOperation } from "../../src/model/operation.ts";
import type { Operation } from "../../src/model.ts";

type Case = { path?: string; method?: Method; item?: PathItem; components?: OpenApiDocument["components"] };

function build(object: OperationObject, { path = "/calls", method = "post", item = {}, components = {} }: Case = {}) {
  const diagnostics: Diagnostic[] = [];
  const document: OpenApiDocument = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components };
  const name = { method: "calls.actions.dial", type: "Dial" };
  const operation = buildOperation(
    {
      document,
      path,
      item,
      method,
      id: "DialCall",
      name,
      family: "calls",
      examples: {},
      schemaType: (component) => component,
      diagnostics,
    },
    object,
  );
  return { operation, diagnostics };
}

const inPath = (name: string): Parameter => ({ name, in: "path", required: true, schema: { type: "string" } });
const names = (fields: Operation["query"]) => fields.map(({ name }) => name);
const string = { kind: "scalar", type: "string", limits: {} } as const;

describe("buildOperation", () => {
  it("takes identity, text and place from its context and object", () => {
    const { operation } = build({ summary: "Dial", description: "More", deprecated: true }, { path: "/calls/now" });
    expect(operation).toEqual({
      id: "DialCall",
      method: "post",
      path: "/calls/now",
      family: "calls",
      accessor: ["calls", "actions", "dial"],
      types: {},
      text: { summary: "Dial", description: "More" },
      deprecated: true,
      pathParameters: [],
      query: [],
      headers: [],
      success: { status: "200", kind: "none" },
      errors: [],
      example: { path: {} },
      pointer: "#/paths/~1calls~1now/post",
    });
  });

  it("has an empty summary and no description where there is no text", () => {
    expect(build({}).operation.text).toEqual({ summary: "" });
    expect(build({}).operation.deprecated).toBe(false);
  });

  it("names a type for the body, the query and the JSON response, and for nothing else", () => {
    const json = { "application/json": { schema: { type: "object" } } };
    const object: OperationObject = {
      parameters: [
        { name: "a", in: "query" },
        { name: "b", in: "header" },
      ],
      requestBody: { content: json },
      responses: { "200": { description: "", content: json } },
    };
    expect(build(object).operation.types).toEqual({
      request: "DialRequest",
      query: "DialQuery",
      response: "DialResponse",
    });
  });
});

describe("buildOperation: parameters", () => {
  it("puts path ids in the order of the path, whatever the order of declaration", () => {
    const object = { parameters: [inPath("c"), inPath("a"), inPath("b")] };
    const { operation, diagnostics } = build(object, { path: "/x/{a}/{b}.json/{c}" });
    expect(names(operation.pathParameters)).toEqual(["a", "b", "c"]);
    expect(diagnostics).toEqual([]);
  });

  it("reports a path parameter that nothing declares, and leaves out one that the path lacks", () => {
    const { operation, diagnostics } = build({ parameters: [inPath("other")] }, { path: "/x/{a}" });
    expect(operation.pathParameters).toEqual([]);
    expect(diagnostics).toEqual([
      {
        code: "path-parameter-missing",
        severity: "error",
        message: "POST /x/{a} declares no path parameter a.",
        fix: "Declare the parameter in specs/corrections.",
        pointer: "#/paths/~1x~1{a}/post",
      },
    ]);
  });

  it("adds the path's parameters to the operation's, whose own win", () => {
    const item: PathItem = {
      parameters: [
        inPath("id"),
        { name: "limit", in: "query", schema: { type: "string" } },
        { name: "page", in: "query" },
      ],
    };
    const own: Parameter[] = [{ name: "limit", in: "query", required: true, schema: { type: "integer" } }];
    const { operation } = build({ parameters: own }, { path: "/x/{id}", item });
    expect(names(operation.pathParameters)).toEqual(["id"]);
    expect(operation.query).toEqual([
      {
        name: "limit",
        required: true,
        deprecated: false,
        text: "",
        shape: { kind: "scalar", type: "integer", limits: {} },
      },
      { name: "page", required: false, deprecated: false, text: "", shape: { kind: "anything" } },
    ]);
  });

  it("follows references to parameters, and keeps one name in two places apart", () => {
    const components = { parameters: { Id: inPath("id") } };
    const parameters = [
      { $ref: "#/components/parameters/Id" },
      { name: "id", in: "query" },
      { name: "id", in: "header" },
    ] as const;
    const { operation } = build({ parameters: [...parameters] }, { path: "/x/{id}", components });
    expect([operation.pathParameters, operation.query, operation.headers].map(names)).toEqual([["id"], ["id"], ["id"]]);
  });

  it("takes text and deprecation from the parameter, the default from its schema", () => {
    const parameter: Parameter = {
      name: "a",
      in: "query",
      deprecated: true,
      description: "Text",
      schema: { type: "string", default: "x", description: "Other" },
    };
    expect(build({ parameters: [parameter] }).operation.query).toEqual([
      { name: "a", required: false, deprecated: true, text: "Text", default: "x", shape: string },
    ]);
  });
});

describe("buildOperation: body", () => {
  const components = {
    schemas: {
      AllOptional: { type: "object", properties: { a: {} } },
      OneRequired: { type: "object", required: ["a"], properties: { a: {} } },
      Inherits: { allOf: [{ $ref: "#/components/schemas/OneRequired" }, { type: "object", properties: { b: {} } }] },
      Either: { oneOf: [{ $ref: "#/components/schemas/AllOptional" }, { $ref: "#/components/schemas/OneRequired" }] },
    },
  };
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const tables: readonly [string, boolean, Schema, { required: boolean; argumentRequired: boolean }][] = [
    ["a required body with a required field", true, ref("OneRequired"), { required: true, argumentRequired: true }],
    [
      "a required body whose fields are all optional",
      true,
      ref("AllOptional"),
      { required: true, argumentRequired: false },
    ],
    [
      "the same written in place",
      true,
      { type: "object", properties: { a: {} } },
      { required: true, argumentRequired: false },
    ],
    ["a required field that is inherited", true, ref("Inherits"), { required: true, argumentRequired: true }],
    ["a required body of one of several forms", true, ref("Either"), { required: true, argumentRequired: true }],
    ["a required body that is a list", true, { type: "array", items: {} }, { required: true, argumentRequired: true }],
    ["an optional body with a required field", false, ref("OneRequired"), { required: false, argumentRequired: false }],
  ];
  it.each(tables)("%s", (_, required, schema, want) => {
    const object = { requestBody: { required, content: { "application/json": { schema } } } };
    expect(build(object, { components }).operation.body).toMatchObject(want);
  });

  it.each([
    ["application/json", "json"],
    ["application/vnd.api+json", "json"],
    ["application/x-www-form-urlencoded", "form"],
    ["multipart/form-data", "multipart"],
  ])("writes %s as %s", (mediaType, encoding) => {
    const object = { requestBody: { content: { [mediaType]: { schema: { type: "string" } } } } };
    expect(build(object).operation.body?.contents).toEqual([{ mediaType, encoding, shape: string }]);
  });

  it("keeps all media types in order, behind a reference too", () => {
    const body = { content: { "application/json": {}, "multipart/form-data": {} } };
    const { operation } = build(
      { requestBody: { $ref: "#/components/requestBodies/Both" } },
      { components: { requestBodies: { Both: body } } },
    );
    expect(operation.body?.contents.map(({ mediaType }) => mediaType)).toEqual([
      "application/json",
      "multipart/form-data",
    ]);
  });

  it("is absent where no media type is given", () => {
    const { operation } = build({ requestBody: { required: true, content: {} } });
    expect(operation.body).toBeUndefined();
    expect(operation.types).toEqual({});
  });
});

describe("buildOperation: responses", () => {
  const answer = (mediaType: string): Response => ({
    description: "",
    content: { [mediaType]: { schema: { type: "string" } } },
  });
  const bare: Response = { description: "" };
  const tables: readonly [string, Record<string, Response>, Operation["success"]][] = [
    [
      "JSON",
      { "200": answer("application/json") },
      { status: "200", kind: "json", mediaType: "application/json", shape: string },
    ],
    [
      "JSON by suffix",
      { "200": answer("application/hal+json") },
      { status: "200", kind: "json", mediaType: "application/hal+json", shape: string },
    ],
    [
      "JSON with a parameter",
      { "200": answer("application/json; charset=utf-8") },
      { status: "200", kind: "json", mediaType: "application/json; charset=utf-8", shape: string },
    ],
    ["a file", { "200": answer("audio/mpeg") }, { status: "200", kind: "binary", mediaType: "audio/mpeg" }],
    ["text", { "200": answer("text/plain") }, { status: "200", kind: "binary", mediaType: "text/plain" }],
    ["nothing", { "204": bare }, { status: "204", kind: "none" }],
    [
      "the lowest 2xx of several",
      { "202": bare, "201": answer("application/json"), "404": bare },
      { status: "201", kind: "json", mediaType: "application/json", shape: string },
    ],
    [
      "a range",
      { "2XX": answer("application/json"), "400": bare },
      { status: "2XX", kind: "json", mediaType: "application/json", shape: string },
    ],
    ["no 2xx at all", { "302": bare, "404": answer("application/json") }, { status: "200", kind: "none" }],
  ];
  it.each(tables)("%s", (_, responses, want) => {
    expect(build({ responses }).operation.success).toEqual(want);
  });

  it("lists the errors by status, the default last, with the shape of each", () => {
    const responses = {
      default: bare,
      "4XX": { $ref: "#/components/responses/Bad" },
      "404": bare,
      "200": bare,
      "302": bare,
    };
    const { operation } = build({ responses }, { components: { responses: { Bad: answer("application/json") } } });
    expect(operation.errors).toEqual([{ status: "404" }, { status: "4XX", shape: string }, { status: "default" }]);
  });
});
