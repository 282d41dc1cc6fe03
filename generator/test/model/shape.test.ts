import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/document/openapi.ts";
import { fieldsOf, toField, toShape } from "../../src/model/shape.ts";
import type { Field, Limits, Shape } from "../../src/model.ts";

const root = {
  components: {
    schemas: {
      Id: { type: "string", maxLength: 36, default: "none", deprecated: true, description: "Its own text" },
      Base: { type: "object", required: ["id"], properties: { id: { $ref: "#/components/schemas/Id" } } },
      Tree: { type: "object", properties: { child: { $ref: "#/components/schemas/Tree" } } },
    },
    parameters: { Limit: { name: "limit", in: "query", schema: { type: "integer" } } },
  },
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const named = (name: string): Shape => ({ kind: "named", name });
const scalar = (type: "string" | "integer" | "number" | "boolean" | "null", limits: Limits = {}): Shape => {
  return { kind: "scalar", type, limits };
};
const nothing = scalar("null");
const list = (items: Shape, limits: Limits = {}): Shape => ({ kind: "list", items, limits });
const union = (...members: Shape[]): Shape => ({ kind: "union", members });
const structure = (...fields: Field[]): Shape => ({ kind: "structure", fields });
const field = (name: string, shape: Shape, more: Partial<Field> = {}): Field => {
  return { name, required: false, deprecated: false, text: "", shape, ...more };
};

describe("toShape: one kind each", () => {
  const tables: readonly [string, Schema | boolean | undefined, Shape][] = [
    ["a string", { type: "string" }, scalar("string")],
    [
      "a string of a format",
      { type: "string", format: "uuid" },
      { kind: "scalar", type: "string", format: "uuid", limits: {} },
    ],
    ["an integer", { type: "integer" }, scalar("integer")],
    ["a number", { type: "number" }, scalar("number")],
    ["a boolean", { type: "boolean" }, scalar("boolean")],
    ["null", { type: "null" }, nothing],
    ["null in a list of types", { type: ["null"] }, nothing],
    ["a const", { const: "a" }, { kind: "literals", values: ["a"] }],
    ["a const of null", { const: null }, { kind: "literals", values: [null] }],
    ["an enum", { type: "string", enum: ["a", "b"] }, { kind: "literals", values: ["a", "b"] }],
    ["an enum of numbers", { enum: [1, 2] }, { kind: "literals", values: [1, 2] }],
    ["a list", { type: "array", items: { type: "string" } }, list(scalar("string"))],
    ["a list of anything", { type: "array" }, list({ kind: "anything" })],
    ["an object", { type: "object", properties: { a: { type: "string" } } }, structure(field("a", scalar("string")))],
    ["an object without fields", { type: "object" }, structure()],
    ["an object that is closed", { type: "object", additionalProperties: false }, structure()],
    [
      "a dictionary",
      { type: "object", additionalProperties: { type: "integer" } },
      { kind: "structure", fields: [], rest: scalar("integer") },
    ],
    [
      "a dictionary of anything",
      { type: "object", additionalProperties: true },
      { kind: "structure", fields: [], rest: { kind: "anything" } },
    ],
    ["properties without a type", { properties: { a: {} } }, structure(field("a", { kind: "anything" }))],
    ["no type at all", {}, { kind: "anything" }],
    ["no type, yet a keyword of strings", { pattern: "^a" }, scalar("string", { pattern: "^a" })],
    ["the schema true", true, { kind: "anything" }],
    ["the schema false", false, { kind: "anything" }],
    ["no schema", undefined, { kind: "anything" }],
    [
      "two types",
      { type: ["string", "integer"], minimum: 1 },
      union(scalar("string", { minimum: 1 }), scalar("integer", { minimum: 1 })),
    ],
  ];
  it.each(tables)("%s", (_, schema, want) => {
    expect(toShape(root, schema)).toEqual(want);
  });
});

describe("toShape: null", () => {
  const tables: readonly [string, Schema, Shape][] = [
    [
      "by a list of types",
      { type: ["string", "null"], maxLength: 3 },
      union(scalar("string", { maxLength: 3 }), nothing),
    ],
    [
      "by a list of types, on a list",
      { type: ["array", "null"], items: {} },
      union(list({ kind: "anything" }), nothing),
    ],
    [
      "by an enum",
      { type: ["string", "null"], enum: ["a", null] },
      union({ kind: "literals", values: ["a"] }, nothing),
    ],
    ["by an enum without a type", { enum: ["a", null] }, union({ kind: "literals", values: ["a"] }, nothing)],
    ["by a oneOf", { oneOf: [{ type: "string" }, { type: "null" }] }, union(scalar("string"), nothing)],
    [
      "on a union, once",
      { type: ["string", "null"], oneOf: [{ type: "string" }, { type: "null" }] },
      union(scalar("string"), nothing),
    ],
  ];
  it.each(tables)("%s", (_, schema, want) => {
    expect(toShape(root, schema)).toEqual(want);
  });
});

describe("toShape: references and compositions", () => {
  const inherited = field("id", named("Id"), { required: true, deprecated: true, default: "none" });
  const tables: readonly [string, Schema, Shape][] = [
    ["a reference to a component is its name", ref("Id"), named("Id")],
    [
      "a component that contains itself is named inside",
      root.components.schemas.Tree,
      structure(field("child", named("Tree"))),
    ],
    [
      "a reference to elsewhere is what stands there",
      { $ref: "#/components/parameters/Limit/schema" },
      scalar("integer"),
    ],
    ["a reference to nothing is anything", { $ref: "#/nowhere/at/all" }, { kind: "anything" }],
    ["allOf of one is that one", { allOf: [ref("Base")] }, named("Base")],
    ["allOf of one, and null", { type: ["object", "null"], allOf: [ref("Base")] }, union(named("Base"), nothing)],
    [
      "allOf of several is a structure of all fields",
      { allOf: [ref("Base"), { type: "object", properties: { a: { type: "string" } } }] },
      structure(inherited, field("a", scalar("string"))),
    ],
    [
      "allOf of one beside properties has the fields of both",
      { allOf: [ref("Base")], properties: { a: { type: "string" } }, required: ["a"] },
      structure(inherited, field("a", scalar("string"), { required: true })),
    ],
    [
      "a later part's field replaces an earlier one's",
      { allOf: [ref("Base"), { properties: { id: { type: "integer" } } }] },
      structure(field("id", scalar("integer"))),
    ],
    [
      "a part may require what another declares",
      { allOf: [{ properties: { a: {} } }, { properties: { b: {} } }], required: ["b"] },
      structure(field("a", { kind: "anything" }), field("b", { kind: "anything" }, { required: true })),
    ],
    ["oneOf is a union", { oneOf: [ref("Id"), { type: "integer" }] }, union(named("Id"), scalar("integer"))],
    [
      "anyOf is a union",
      { anyOf: [{ type: "string" }, { type: "integer" }] },
      union(scalar("string"), scalar("integer")),
    ],
    ["a oneOf of one is that one", { oneOf: [ref("Id")] }, named("Id")],
    ["equal members are one", { oneOf: [{ type: "string" }, { type: "string" }] }, scalar("string")],
    [
      "a union in a union is flat",
      { oneOf: [{ oneOf: [{ type: "string" }, { type: "integer" }] }, { type: "boolean" }] },
      union(scalar("string"), scalar("integer"), scalar("boolean")),
    ],
    [
      "properties beside oneOf win, since oneOf then says which are required",
      { type: "object", properties: { a: {} }, oneOf: [{ required: ["a"] }] },
      structure(field("a", { kind: "anything" })),
    ],
  ];
  it.each(tables)("%s", (_, schema, want) => {
    expect(toShape(root, schema)).toEqual(want);
  });
});

describe("toShape: limits", () => {
  const tables: readonly [string, Schema, Limits][] = [
    [
      "of a number",
      { type: "number", minimum: 0, maximum: 9, multipleOf: 0.5 },
      { minimum: 0, maximum: 9, multipleOf: 0.5 },
    ],
    [
      "exclusive ones",
      { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 9 },
      { exclusiveMinimum: 0, exclusiveMaximum: 9 },
    ],
    [
      "of a string",
      { type: "string", minLength: 1, maxLength: 2, pattern: "a|b" },
      { minLength: 1, maxLength: 2, pattern: "a|b" },
    ],
    [
      "of a list",
      { type: "array", minItems: 1, maxItems: 2, uniqueItems: true },
      { minItems: 1, maxItems: 2, uniqueItems: true },
    ],
    ["none for uniqueItems: false", { type: "array", uniqueItems: false }, {}],
    ["none of 3.0's boolean exclusiveMinimum", { type: "integer", exclusiveMinimum: false as never }, {}],
  ];
  it.each(tables)("%s", (_, schema, want) => {
    expect(toShape(root, schema)).toMatchObject({ limits: want });
    expect((toShape(root, schema) as { limits: Limits }).limits).toEqual(want);
  });
});

describe("toField", () => {
  const id = field("x", named("Id"), { deprecated: true });
  const tables: readonly [string, Schema | boolean, Field][] = [
    ["has the description", { type: "string", description: "Text" }, field("x", scalar("string"), { text: "Text" })],
    ["has the default", { type: "integer", default: 0 }, field("x", scalar("integer"), { default: 0 })],
    [
      "has a default of null",
      { type: ["string", "null"], default: null },
      field("x", union(scalar("string"), nothing), { default: null }),
    ],
    ["has the default of what it refers to, and not its text", ref("Id"), { ...id, default: "none" }],
    [
      "its own default and text win over those",
      { ...ref("Id"), default: "own", description: "Own" },
      { ...id, default: "own", text: "Own" },
    ],
    [
      "may be deprecated itself",
      { type: "string", deprecated: true },
      field("x", scalar("string"), { deprecated: true }),
    ],
    ["may be a boolean schema", true, field("x", { kind: "anything" })],
  ];
  it.each(tables)("%s", (_, schema, want) => {
    expect(toField(root, "x", false, schema as Schema)).toEqual(want);
  });
});

describe("fieldsOf", () => {
  it("gives the fields in order, those of the parts first, with what is required", () => {
    const schema: Schema = { allOf: [ref("Base")], required: ["b"], properties: { a: {}, b: { type: "string" } } };
    const summary = fieldsOf(root, schema).map(({ name, required }) => `${name}${required ? "" : "?"}`);
    expect(summary).toEqual(["id", "a?", "b"]);
  });
});
