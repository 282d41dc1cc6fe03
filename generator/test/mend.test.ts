import { describe, expect, it } from "vitest";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import { operationsOf } from "../src/document/operations.ts";
import { mend } from "../src/mend.ts";

function documentOf(paths: OpenApiDocument["paths"]): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths };
}

const ids = (document: OpenApiDocument) => [...operationsOf(document)].map(({ operation }) => operation.operationId);

describe("mend", () => {
  const tables: readonly [string, OpenApiDocument["paths"], readonly string[]][] = [
    [
      "leaves ids that are unique",
      { "/a": { get: { operationId: "One" }, post: { operationId: "two" } } },
      ["One", "two"],
    ],
    [
      "names an operation without an id after its method and path",
      { "/calls/{call_id}": { delete: {} } },
      ["DeleteCallsCallId"],
    ],
    [
      "keeps the first of two equal ids and renames the second",
      { "/a": { get: { operationId: "Same" } }, "/b/{id}": { get: { operationId: "Same" } } },
      ["Same", "GetBId"],
    ],
    [
      "tells three equal ids apart",
      { "/a": { get: { operationId: "Same" }, put: { operationId: "Same" }, post: { operationId: "Same" } } },
      ["Same", "PostA", "PutA"],
    ],
  ];
  it.each(tables)("%s", (_, paths, want) => {
    expect(ids(mend(documentOf(paths)))).toEqual(want);
  });

  it("does not touch the document it was given", () => {
    const document = documentOf({ "/a": { get: {} } });
    mend(document);
    expect(ids(document)).toEqual([undefined]);
  });
});
