import { describe, expect, it } from "vitest";
import type { OperationObject, Parameter, PathItem, Response, Schema } from "../../src/document/openapi.ts";
import type { Operation } from "../../src/model.ts";
import { buildAlone as build } from "./build-alone.ts";

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
      official: { accessor: ["calls", "actions", "dial"], pages: true, fields: {} },
      types: {},
      text: { summary: "Dial", description: "More" },
      deprecated: true,
      pathParameters: [],
      query: [],
      headers: [],
      success: { status: "200", kind: "none" },
      isCommand: false,
      events: [],
      errors: [],
      example: { path: {} },
      pointer: "#/paths/~1calls~1now/post",
    });
  });

  it("is called in the official SDKs what its name says, or the same", () => {
    const official = { method: "texml.secrets", pages: false, fields: { to: "callee" } };
    const { operation } = build({}, { name: { method: "texml.secrets.create", type: "Secret", official } });
    expect(operation.official).toEqual({ accessor: ["texml", "secrets"], pages: false, fields: { to: "callee" } });
    expect(operation.accessor).toEqual(["texml", "secrets", "create"]);
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

describe("buildOperation: pages", () => {
  const meta: Schema = { type: "object", properties: { page_number: {}, total_pages: {} } };
  const schema: Schema = { type: "object", properties: { data: { type: "array", items: {} }, meta } };
  const object = (mediaType: string): OperationObject => {
    return { responses: { "200": { description: "", content: { [mediaType]: { schema } } } } };
  };

  it("are those of a GET that answers with a list", () => {
    const { operation } = build(object("application/json"), { method: "get" });
    expect(operation.pagination).toEqual({ pages: "number", items: "data" });
  });

  it("are none of another method, and none of what is not JSON", () => {
    expect(build(object("application/json"), { method: "post" }).operation).not.toHaveProperty("pagination");
    expect(build(object("text/csv"), { method: "get" }).operation).not.toHaveProperty("pagination");
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
