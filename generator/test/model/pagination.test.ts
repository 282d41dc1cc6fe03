import { describe, expect, it } from "vitest";
import type { OpenApiDocument, Schema } from "../../src/document/openapi.ts";
import { openShape, paginationOf } from "../../src/model/pagination.ts";
import { toShape } from "../../src/model/shape.ts";

const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const list: Schema = { type: "array", items: { type: "object" } };
const text: Schema = { type: "string" };
const fields = (properties: Record<string, Schema>): Schema => ({ type: "object", properties });

const numbers = fields({ page_number: text, total_pages: text, page_size: text });
const cursors = fields({ cursors: fields({ after: text, before: text }), next: text });
const uris = { next_page_uri: text, page: text };

const schemas: Record<string, Schema> = {
  Item: fields({ id: text }),
  Items: { type: "array", items: to("Item") },
  PaginationMeta: numbers,
  OneOfMeta: { oneOf: [to("PaginationMeta"), { type: "null" }] },
  ListResponse: fields({ data: to("Items"), meta: to("PaginationMeta") }),
  Alias: { allOf: [to("ListResponse")] },
  Composed: { allOf: [fields({ meta: to("PaginationMeta") }), fields({ data: list })] },
  Node: fields({ data: { type: "array", items: to("Node") }, meta: numbers, parent: to("Node") }),
  MaybeList: { oneOf: [to("ListResponse"), { type: "null" }] },
  Circle: { allOf: [to("Circle")] },
  NullCircle: { oneOf: [to("NullCircle"), { type: "null" }] },
};

function documentOf(): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components: { schemas } };
}

/** How the answer of a schema is walked. */
function pagination(schema: Schema | undefined, path = "/calls"): unknown {
  const shape = schema && toShape(documentOf(), schema);
  return paginationOf(documentOf(), path, { status: "200", kind: "json", ...(shape && { shape }) });
}

const number = { pages: "number", items: "data" };
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });

describe("paginationOf: what leads to the next page", () => {
  it.each<[string, Schema, unknown]>([
    ["the number of the page and how many there are", fields({ data: list, meta: numbers }), number],
    ["cursors", fields({ data: list, meta: cursors }), { pages: "cursor", items: "data" }],
    [
      "cursors, also where pages are counted as well",
      fields({ data: list, meta: { allOf: [numbers, cursors] } }),
      { pages: "cursor", items: "data" },
    ],
    ["an address", fields({ calls: list, ...uris }), { pages: "uri", items: "calls" }],
    ["an address, of the recordings", fields({ recordings: list, ...uris }), { pages: "uri", items: "recordings" }],
    [
      "an address, whatever else is said",
      fields({ data: list, ...uris, meta: numbers }),
      { pages: "uri", items: "data" },
    ],
    ["a page without the count", fields({ data: list, meta: fields({ page_number: text }) }), undefined],
    ["a count without the page", fields({ data: list, meta: fields({ total_pages: text }) }), undefined],
    ["a meta that says nothing", fields({ data: list, meta: { type: "object" } }), undefined],
    ["a meta that is no object", fields({ data: list, meta: text }), undefined],
    ["counts that are not in meta", fields({ data: list, page_number: text, total_pages: text }), undefined],
    ["no meta", fields({ data: list }), undefined],
  ])("%s", (_, schema, want) => {
    expect(pagination(schema)).toEqual(want);
  });
});

describe("paginationOf: the items", () => {
  const both = fields({ calls: list, recordings: list, ...uris });
  it.each<[string, Schema, string, unknown]>([
    ["data, before any other list", fields({ errors: list, data: list, meta: numbers }), "/errors", number],
    [
      "the only list, whatever its name",
      fields({ things: list, meta: numbers }),
      "/calls",
      { ...number, items: "things" },
    ],
    [
      "of two lists, the one that the path is named after",
      both,
      "/a/{b}/Recordings",
      { pages: "uri", items: "recordings" },
    ],
    ["the same, with an ending", both, "/a/{b}/Calls.json", { pages: "uri", items: "calls" }],
    ["of two lists, none", both, "/a/{b}/queues", undefined],
    ["no list at all", fields({ data: fields({ id: text }), meta: numbers }), "/calls", undefined],
    ["a list that is the whole answer", list, "/calls", undefined],
    ["a list below the top", fields({ data: fields({ items: list }), meta: numbers }), "/calls", undefined],
    [
      "a name that every object knows",
      fields({ constructor: list, meta: numbers }),
      "/",
      { ...number, items: "constructor" },
    ],
  ])("are %s", (_, schema, path, want) => {
    expect(pagination(schema, path)).toEqual(want);
  });
});

describe("paginationOf: schemas of every form", () => {
  it.each<[string, Schema | undefined, unknown]>([
    ["behind names", to("ListResponse"), number],
    ["behind a name of a name", to("Alias"), number],
    ["composed of parts", to("Composed"), number],
    ["that contains itself", to("Node"), number],
    ["with a list and a meta that may be null", fields({ data: nullable(list), meta: nullable(numbers) }), number],
    ["the same, by name", fields({ data: nullable(to("Items")), meta: to("OneOfMeta") }), number],
    ["the same, by type", fields({ data: { ...list, type: ["array", "null"] }, meta: numbers }), number],
    [
      "with one of several lists",
      fields({ data: { oneOf: [to("Items"), list, { type: "null" }] }, meta: numbers }),
      number,
    ],
    ["with a list or a text", fields({ data: { oneOf: [to("Items"), text] }, meta: numbers }), undefined],
    ["with one of nothing", fields({ data: { oneOf: [] }, meta: numbers }), undefined],
    ["that may be null as a whole, so that its type has no such field", to("MaybeList"), undefined],
    ["of two forms", { oneOf: [to("ListResponse"), to("Node")] }, undefined],
    ["composed of itself", to("Circle"), undefined],
    ["that is itself or null", to("NullCircle"), undefined],
    ["of a name that is nothing", to("Gone"), undefined],
    ["of anything", {}, undefined],
    ["none", undefined, undefined],
  ])("an answer %s", (_, schema, want) => {
    expect(pagination(schema)).toEqual(want);
  });
});

describe("openShape", () => {
  const open = (schema: Schema) => openShape(documentOf(), toShape(documentOf(), schema)).kind;
  it.each<[string, Schema, string]>([
    ["a name", to("Items"), "list"],
    ["a name of a name", to("Alias"), "structure"],
    ["a name or null", nullable(to("Items")), "list"],
    ["a name of a name or null", to("MaybeList"), "structure"],
    ["one of two", { oneOf: [to("Items"), to("Item")] }, "union"],
    ["a plain value", text, "scalar"],
    ["a circle, which ends", to("NullCircle"), "union"],
    ["a circle of names, which ends", to("Circle"), "named"],
  ])("opens %s", (_, schema, want) => {
    expect(open(schema)).toBe(want);
  });
});
