import { describe, expect, it } from "vitest";
import type { OpenApiDocument, Schema } from "../../src/document/openapi.ts";
import { buildAlone as build } from "./build-alone.ts";

const string = { kind: "scalar", type: "string", limits: {} } as const;

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
    expect(build(object).operation.body?.contents).toEqual([{ mediaType, encoding, shape: string, files: [] }]);
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

describe("buildOperation: files", () => {
  const file = { type: "string", format: "binary" };
  const components: OpenApiDocument["components"] = {
    schemas: {
      Media: { type: "object", properties: { media_url: { type: "string" } } },
      Upload: { type: "object", required: ["media"], properties: { media: file, name: { type: "string" } } },
      Content: file,
      Named: { type: "object", properties: { media: { $ref: "#/components/schemas/Content" } } },
      Inherits: { allOf: [{ $ref: "#/components/schemas/Upload" }, { type: "object", properties: { cover: file } }] },
    },
  };
  const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
  const contents = (content: Record<string, { schema?: Schema }>) =>
    build({ requestBody: { content } }, { components }).operation.body?.contents.map(({ encoding, type, files }) => ({
      encoding,
      type,
      files,
    }));

  it("are those of the parts, beside JSON", () => {
    const both = { "application/json": { schema: ref("Media") }, "multipart/form-data": { schema: ref("Upload") } };
    expect(contents(both)).toEqual([
      { encoding: "json", type: "MediaType", files: [] },
      { encoding: "multipart", type: "UploadType", files: ["media"] },
    ]);
  });

  it.each<[string, Schema | undefined, string | undefined, readonly string[]]>([
    ["of a component", ref("Upload"), "UploadType", ["media"]],
    ["behind a name", ref("Named"), "NamedType", ["media"]],
    ["in parts of a schema", ref("Inherits"), "InheritsType", ["media", "cover"]],
    ["written in place", { type: "object", properties: { a: file, b: file } }, undefined, ["a", "b"]],
    [
      "that may be null",
      { type: "object", properties: { a: { ...file, type: ["string", "null"] } } },
      undefined,
      ["a"],
    ],
    ["none, where there are only texts", ref("Media"), "MediaType", []],
    ["none, where the body is no object", file, undefined, []],
    ["none, where there is no schema", undefined, undefined, []],
  ])("are found alone: %s", (_, schema, type, files) => {
    const media = { "multipart/form-data": schema === undefined ? {} : { schema } };
    expect(contents(media)).toEqual([{ encoding: "multipart", type, files }]);
  });

  it.each(["application/json", "application/x-www-form-urlencoded"])("are none in %s", (mediaType) => {
    expect(contents({ [mediaType]: { schema: ref("Upload") } })?.map(({ files }) => files)).toEqual([[]]);
  });
});

describe("buildOperation: commands", () => {
  const command: Schema = { type: "object", properties: { command_id: { type: "string" } } };
  const plain: Schema = { type: "object", properties: { id: { type: "string" } } };
  const schemas = { Command: command, Alias: { allOf: [{ $ref: "#/components/schemas/Command" }, plain] } };
  const isCommand = (content: Record<string, { schema?: Schema }>) =>
    build({ requestBody: { content } }, { components: { schemas } }).operation.isCommand;
  const json = (schema: Schema) => ({ "application/json": { schema } });

  it.each<[string, Record<string, { schema?: Schema }>, boolean]>([
    ["a body with a command_id", json(command), true],
    ["the same behind a name", json({ $ref: "#/components/schemas/Command" }), true],
    ["the same as a part", json({ $ref: "#/components/schemas/Alias" }), true],
    ["a body without", json(plain), false],
    ["a body that is no object", json({ type: "array", items: command }), false],
    [
      "a command_id in another kind of body, which is not sent",
      { ...json(plain), "text/x+json": { schema: command } },
      false,
    ],
    ["a command_id below the top", json({ type: "object", properties: { inner: command } }), false],
    ["no schema", { "application/json": {} }, false],
  ])("%s", (_, content, want) => {
    expect(isCommand(content)).toBe(want);
  });

  it("are none without a body, whatever the query has", () => {
    expect(build({ parameters: [{ name: "command_id", in: "query" }] }).operation.isCommand).toBe(false);
  });
});
