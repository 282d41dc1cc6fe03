import { describe, expect, it } from "vitest";
import type { OperationObject, Parameter, Schema } from "../../src/document/openapi.ts";
import { buildAlone } from "./build-alone.ts";

const parameter = (name: string, place: Parameter["in"], more: Partial<Parameter> = {}): Parameter => {
  return { name, in: place, schema: { type: "string" }, ...more };
};
const example = (object: OperationObject, path = "/calls") => buildAlone(object, { path }).operation.example;
const sending = (schema: Schema, more: object = {}): OperationObject => {
  return { requestBody: { content: { "application/json": { schema, ...more }, "text/x+json": {} } } };
};

describe("operationExample", () => {
  it("is an empty path where an operation takes nothing", () => {
    expect(example({})).toEqual({ path: {} });
  });

  it("has every id, and of the query what is needed or has an example", () => {
    const parameters = [
      parameter("id", "path", { required: true, example: "v3:1" }),
      parameter("needed", "query", { required: true }),
      parameter("shown", "query", { example: { a: [1] } }),
      parameter("left", "query"),
      parameter("header", "header", { required: true }),
    ];
    expect(example({ parameters }, "/calls/{id}")).toEqual({
      path: { id: "v3:1" },
      query: { needed: "text", shown: { a: [1] } },
    });
  });

  it("takes the schema of a parameter from its content as well", () => {
    const inPath: Parameter = {
      name: "id",
      in: "path",
      required: true,
      content: { "application/json": { schema: { const: "x" } } },
    };
    expect(example({ parameters: [inPath] }, "/calls/{id}").path).toEqual({ id: "x" });
  });

  it("makes the first kind of body of what must be sent", () => {
    const schema: Schema = { type: "object", required: ["to"], properties: { to: { type: "string" }, from: {} } };
    expect(example(sending(schema))).toEqual({ path: {}, body: { to: "text" } });
  });

  it.each([["text"], [12], [false], [["a"]], [{ any: null }]])("takes %j from the document as it is", (value) => {
    expect(example(sending({ type: "object" }, { example: value })).body).toEqual(value);
    const inPath = parameter("id", "path", { required: true, example: value });
    expect(example({ parameters: [inPath] }, "/calls/{id}").path).toEqual({ id: value });
  });
});
