import { describe, expect, it } from "vitest";
import type { OpenApiDocument, Schema } from "../src/document/openapi.ts";
import { operationsOf } from "../src/document/operations.ts";
import { mend } from "../src/mend.ts";
import { delivery } from "./small-specs.ts";

function documentOf(paths: OpenApiDocument["paths"], schemas: Record<string, Schema> = {}): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths, components: { schemas } };
}

const inPath = (name: string) => ({ name, in: "path", required: true, schema: { type: "string" } }) as const;

const ids = (document: OpenApiDocument) => [...operationsOf(document)].map(({ operation }) => operation.operationId);

/** What was found, in a line each. */
function found(document: OpenApiDocument): string[] {
  return mend(document).diagnostics.map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`);
}

describe("mend: operationIds", () => {
  type Case = { paths: OpenApiDocument["paths"]; want: readonly string[]; reports: readonly string[] };
  const tables: readonly [string, Case][] = [
    [
      "leaves ids that are unique",
      {
        paths: { "/a": { get: { operationId: "One" }, post: { operationId: "two" } } },
        want: ["One", "two"],
        reports: [],
      },
    ],
    [
      "names an operation without an id after its method and path",
      {
        paths: { "/calls/{call_id}": { parameters: [inPath("call_id")], delete: {} } },
        want: ["DeleteCallsCallId"],
        reports: ["warning operation-without-id #/paths/~1calls~1{call_id}/delete"],
      },
    ],
    [
      "keeps the first of two equal ids and renames the second",
      {
        paths: {
          "/a": { get: { operationId: "Same" } },
          "/b/{id}": { get: { operationId: "Same", parameters: [inPath("id")] } },
        },
        want: ["Same", "GetBId"],
        reports: ["warning operation-id-duplicate #/paths/~1b~1{id}/get"],
      },
    ],
    [
      "tells three equal ids apart",
      {
        paths: { "/a": { get: { operationId: "Same" }, put: { operationId: "Same" }, post: { operationId: "Same" } } },
        want: ["Same", "PostA", "PutA"],
        reports: ["warning operation-id-duplicate #/paths/~1a/post", "warning operation-id-duplicate #/paths/~1a/put"],
      },
    ],
  ];
  it.each(tables)("%s", (_, { paths, want, reports }) => {
    const document = documentOf(paths);
    expect(ids(mend(document).value)).toEqual(want);
    expect(found(document)).toEqual(reports);
  });

  it("does not touch the document it was given", () => {
    const document = documentOf({ "/a": { get: {} } });
    mend(document);
    expect(ids(document)).toEqual([undefined]);
  });
});

describe("mend: discriminators", () => {
  const member = (kind: Schema): Schema => ({ type: "object", properties: { kind } });
  const refs = { A: { $ref: "#/components/schemas/A" }, B: { $ref: "#/components/schemas/B" } };
  const pet = (discriminator: NonNullable<Schema["discriminator"]>): Schema => {
    return { oneOf: [refs.A, refs.B], discriminator };
  };
  const a = member({ type: "string", enum: ["a"] });
  const tables: readonly [string, { schemas: Record<string, Schema>; want: unknown; reports: readonly string[] }][] = [
    [
      "gives one without a mapping the mapping of its members' literals",
      {
        schemas: { Pet: pet({ propertyName: "kind" }), A: a, B: member({ const: "b" }) },
        want: { propertyName: "kind", mapping: { a: refs.A.$ref, b: refs.B.$ref } },
        reports: ["warning discriminator-unmapped #/components/schemas/Pet"],
      },
    ],
    [
      "removes one whose members do not tell the value",
      {
        schemas: { Pet: pet({ propertyName: "kind" }), A: a, B: member({ type: "string" }) },
        want: undefined,
        reports: ["warning discriminator-unmapped #/components/schemas/Pet"],
      },
    ],
    [
      "leaves a mapping as it is",
      {
        schemas: { Pet: pet({ propertyName: "kind", mapping: { x: refs.A.$ref } }), A: a, B: a },
        want: { propertyName: "kind", mapping: { x: refs.A.$ref } },
        reports: [],
      },
    ],
  ];
  it.each(tables)("%s", (_, { schemas, want, reports }) => {
    const document = documentOf({}, schemas);
    expect(mend(document).value.components?.schemas?.["Pet"]?.discriminator).toEqual(want);
    expect(found(document)).toEqual(reports);
  });
});

describe("mend: what would stop the model", () => {
  it("declares the path parameters that nothing declares as strings, after those that are", () => {
    const document = documentOf({
      "/a/{x}/{y}/{z}": { parameters: [inPath("y")], get: { operationId: "A", parameters: [inPath("z")] } },
    });
    expect(mend(document).value.paths["/a/{x}/{y}/{z}"]?.get?.parameters).toEqual([inPath("z"), inPath("x")]);
    expect(found(document)).toEqual(["warning path-parameter-missing #/paths/~1a~1{x}~1{y}~1{z}/get"]);
  });

  it("does not take a query parameter of that name for one of the path", () => {
    const document = documentOf({
      "/a/{x}": { get: { operationId: "A", parameters: [{ name: "x", in: "query" }] } },
    });
    expect(mend(document).value.paths["/a/{x}"]?.get?.parameters).toEqual([{ name: "x", in: "query" }, inPath("x")]);
  });

  it("leaves callbacks out", () => {
    const callbacks = { onEvent: { "{$url}": { post: {} } } };
    const document = documentOf({ "/a": { post: { operationId: "A", callbacks } } });
    expect(mend(document).value.paths["/a"]?.post).toEqual({ operationId: "A" });
    expect(found(document)).toEqual(["warning callback-left #/paths/~1a/post/callbacks/onEvent"]);
  });

  it("keeps the first webhook of an event, and those whose event is not known", () => {
    const webhookOf = (schema: Schema) => ({ post: { requestBody: { content: { "application/json": { schema } } } } });
    const answered = webhookOf(delivery("call.answered", {}));
    const unknown = webhookOf({ type: "object" });
    const webhooks = {
      first: answered,
      odd: unknown,
      second: answered,
      other: webhookOf(delivery("a.b", {})),
      oddToo: unknown,
    };
    const document = { ...documentOf({}), webhooks };
    expect(Object.keys(mend(document).value.webhooks ?? {})).toEqual(["first", "odd", "other", "oddToo"]);
    expect(found(document)).toEqual(["warning event-name-duplicate #/webhooks/second"]);
  });

  it("lets a reference that leads nowhere stand for any value, and keeps what stands beside it", () => {
    const properties = {
      a: { $ref: "#/components/schemas/Gone", description: "Text" },
      b: { $ref: "#/components/schemas/Id" },
    };
    const document = documentOf({}, { Id: { type: "string" }, Call: { properties } });
    expect(mend(document).value.components?.schemas?.["Call"]).toEqual({
      properties: { a: { description: "Text" }, b: { $ref: "#/components/schemas/Id" } },
    });
    expect(found(document)).toEqual(["warning reference-unresolved #/components/schemas/Call/properties/a"]);
  });
});

describe("mend: what was wrong once", () => {
  it.each<[string, OpenApiDocument["paths"]]>([
    ["an id that is made is already there", { "/bar": { get: { operationId: "GetFoo" } }, "/foo": { get: {} } }],
    ["two paths make one id", { "/a/id": { get: {} }, "/a/{id}": { get: {} } }],
  ])("gives different ids where %s", (_, paths) => {
    const given = ids(mend(documentOf(paths)).value);
    expect(new Set(given).size).toBe(given.length);
  });

  it.each<[string, OpenApiDocument]>([
    [
      "callbacks of the components",
      { ...documentOf({}), components: { callbacks: { onEvent: { "{$url}": { post: {} } } } } },
    ],
    ["an empty mapping", documentOf({}, { Pet: { oneOf: [], discriminator: { propertyName: "kind", mapping: {} } } })],
  ])("says that it mended %s, which would stop the lint", (_, document) => {
    expect(found(document)).toHaveLength(1);
  });
});
