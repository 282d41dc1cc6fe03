import { describe, expect, it } from "vitest";
import { pagination } from "../../src/lint/pagination.ts";
import type { Field, Model, NamedSchema, Operation, Shape } from "../../src/model.ts";
import { operationOf, smallModel } from "../small-specs.ts";

const text: Shape = { kind: "scalar", type: "string", limits: {} };
const nothing: Shape = { kind: "scalar", type: "null", limits: {} };
const list: Shape = { kind: "list", items: text, limits: {} };
const field = (name: string, shape: Shape = text): Field => ({
  name,
  required: false,
  deprecated: false,
  text: "",
  shape,
});
const structure = (...fields: readonly Field[]): Shape => ({ kind: "structure", fields });
const named = (name: string): Shape => ({ kind: "named", name });
const either = (...members: readonly Shape[]): Shape => ({ kind: "union", members });

/** The small model with these schemas, and with one operation: a GET with that query and that answer. */
function modelOf(query: readonly string[], answer: Shape, change: Partial<Operation> = {}): Model {
  const shapes: Record<string, Shape> = {
    Items: list,
    ListResponse: structure(field("data", named("Items")), field("meta", named("Meta"))),
    Meta: structure(field("next_cursor")),
    Circle: either(named("Circle"), named("Other")),
    Other: either(named("Circle"), named("Items")),
  };
  const schemas = Object.entries(shapes).map(
    ([name, shape]): NamedSchema => ({ name, typeName: name, shape, pointer: "" }),
  );
  const success = { status: "200", kind: "json", mediaType: "application/json", shape: answer } as const;
  const fields = query.map((name) => field(name));
  return {
    ...smallModel(),
    schemas,
    operations: [{ ...operationOf(smallModel(), "ListCalls"), query: fields, success, ...change }],
  };
}

/** What tells the rule that a list has pages. */
function signs(...given: Parameters<typeof modelOf>): (string | undefined)[] {
  return [...pagination(modelOf(...given))].map(({ message }) => / by its (.*), but /.exec(message)?.[1]);
}

const data = structure(field("data", list));

describe("pagination", () => {
  it("is content with the small model", () => {
    expect([...pagination(smallModel())]).toEqual([]);
  });

  it("is content with a list whose pages are walked, whatever else it has", () => {
    expect(signs(["page[number]"], data, { pagination: { pages: "number", items: "data" } })).toEqual([]);
  });

  it("reports a list whose pages are not walked, with its place and a remedy", () => {
    expect([...pagination(modelOf(["page[size]"], data))]).toEqual([
      {
        code: "pagination-unknown",
        severity: "debt",
        message:
          "GET /calls answers with a list that has pages, by its parameter page[size], but not with what leads to the next.",
        fix: "Declare in specs/corrections what its answer has that leads to the next page.",
        pointer: "#/paths/~1calls/get",
      },
    ]);
  });

  it.each([
    ...[
      "page",
      "Page",
      "page[number]",
      "page[size]",
      "page[after]",
      "page_number",
      "PageSize",
      "PageToken",
      "page_cursor",
    ],
    ...["per_page", "recordsPerPage", "limit", "offset", "cursor", "next_token", "starting_after", "ending_before"],
    ...["after", "before"],
  ])("takes the parameter %s for a sign", (name) => {
    expect(signs(["sort", name], data)).toEqual([`parameter ${name}`]);
  });

  it.each(["filter[page]", "created_after", "pager_id", "rate_limit", "sort", "next", "", "[page]"])(
    "does not take the parameter %j for one",
    (name) => {
      expect(signs([name], data)).toEqual([]);
    },
  );

  it.each(["page", "total_pages", "next", "next_page_uri", "nextPageToken", "next_cursor", "has_more", "cursors"])(
    "takes the field %s for a sign, in the answer and in its meta",
    (name) => {
      expect(signs([], structure(field("data", list), field(name)))).toEqual([`field ${name}`]);
      expect(signs([], structure(field("data", list), field("meta", structure(field(name)))))).toEqual([
        `field ${name}`,
      ]);
    },
  );

  it.each(["next_attempt_at", "total_results", "limit", "before", "record_type"])(
    "does not take the field %s for one",
    (name) => {
      expect(signs([], structure(field("data", list), field(name), field("meta", structure(field(name)))))).toEqual([]);
    },
  );

  it("does not look for signs in other fields of the answer", () => {
    expect(signs([], structure(field("data", list), field("links", structure(field("next")))))).toEqual([]);
  });
});

describe("pagination: the list", () => {
  it.each<[string, Shape]>([
    ["a field", data],
    ["a field of any name", structure(field("things", list))],
    ["one of two, of which neither is known to be meant", structure(field("a", list), field("b", list))],
    ["the whole answer", list],
    ["behind names", named("ListResponse")],
    ["one that may be null", structure(field("data", either(named("Items"), nothing)))],
    ["in an answer that may be null", either(named("ListResponse"), nothing)],
    ["one of several", structure(field("data", either(list, { ...list, items: nothing })))],
    ["in one of several answers", either(structure(field("id")), named("ListResponse"))],
    ["behind names that lead round in a circle", named("Circle")],
  ])("is %s", (_, answer) => {
    expect(signs(["cursor"], answer)).toEqual(["parameter cursor"]);
  });

  it.each<[string, Shape]>([
    ["no answer that is known", { kind: "anything" }],
    ["one thing", structure(field("data", structure(field("id"))))],
    ["a list further down, which is part of one thing", structure(field("data", structure(field("items", list))))],
    ["a name of nothing", named("Gone")],
  ])("is none in %s", (_, answer) => {
    expect(signs(["cursor"], answer)).toEqual([]);
  });

  it("is none of another method, and none of what is not JSON", () => {
    expect(signs(["cursor"], data, { method: "post" })).toEqual([]);
    expect(signs(["cursor"], data, { success: { status: "200", kind: "binary", mediaType: "text/csv" } })).toEqual([]);
    expect(signs(["cursor"], data, { success: { status: "204", kind: "none" } })).toEqual([]);
  });

  it("is found in the names of the answer", () => {
    expect(signs([], named("ListResponse"))).toEqual(["field next_cursor"]);
  });
});
