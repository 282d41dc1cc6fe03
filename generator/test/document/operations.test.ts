import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../../src/document/openapi.ts";
import { operationsOf } from "../../src/document/operations.ts";

function places(document: object): string[] {
  return [...operationsOf(document as OpenApiDocument)].map(({ method, path }) => `${method} ${path}`);
}

describe("operationsOf", () => {
  it("lists operations by path in document order, then by method in a fixed order", () => {
    const paths = {
      "/b": { trace: {}, options: {}, head: {}, delete: {}, patch: {}, put: {}, post: {}, get: {} },
      "/a": { post: {} },
    };
    expect(places({ paths })).toEqual([
      "get /b",
      "post /b",
      "put /b",
      "patch /b",
      "delete /b",
      "head /b",
      "options /b",
      "trace /b",
      "post /a",
    ]);
  });

  it("takes only methods for operations, and no webhooks", () => {
    const item = { parameters: [], summary: "s", servers: [], "x-get": {}, GET: {}, connect: {} };
    expect(places({ paths: { "/a": item }, webhooks: { hook: { post: {} } } })).toEqual([]);
  });

  it("gives each operation with the path item that holds it", () => {
    const item = { parameters: [], get: { operationId: "GetA" } };
    const [placed] = operationsOf({ paths: { "/a": item } } as unknown as OpenApiDocument);
    expect(placed).toEqual({ path: "/a", method: "get", item, operation: item.get });
  });

  it.each([
    { what: "an operation that is null", paths: { "/a": { get: null } } },
    { what: "a path that is null", paths: { "/a": null } },
  ])("passes over $what", ({ paths }) => {
    expect(places({ paths })).toEqual([]);
  });
});
