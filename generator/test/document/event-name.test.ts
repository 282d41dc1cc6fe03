import { describe, expect, it } from "vitest";
import { eventName, property, webhookSchema } from "../../src/document/event-name.ts";
import type { OpenApiDocument, PathItem, Schema } from "../../src/document/openapi.ts";

const document = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: {},
  components: {
    schemas: {
      Answered: { properties: { data: { $ref: "#/components/schemas/AnsweredData" } } },
      AnsweredData: { properties: { event_type: { enum: ["call.answered"] } } },
      Base: { properties: { id: { type: "string" } } },
    },
    requestBodies: {
      Answered: { content: { "application/json": { schema: { $ref: "#/components/schemas/Answered" } } } },
    },
  },
} satisfies OpenApiDocument;

function webhook(schema: Schema, mediaType = "application/json"): PathItem {
  return { post: { requestBody: { content: { [mediaType]: { schema } } } } };
}

function withType(type: Schema): PathItem {
  return webhook({ properties: { data: { properties: { event_type: type } } } });
}

describe("eventName", () => {
  const bare: Schema = { properties: { event_type: { const: "call.answered" } } };

  it.each([
    { what: "a const in data", item: withType({ const: "call.answered" }) },
    { what: "an enum of one value in data", item: withType({ enum: ["call.answered"] }) },
    { what: "a const at the top of an envelope without data", item: webhook(bare) },
    { what: "an envelope by reference", item: webhook({ $ref: "#/components/schemas/Answered" }) },
    { what: "a body by reference", item: { post: { requestBody: { $ref: "#/components/requestBodies/Answered" } } } },
    {
      what: "an envelope composed of parts",
      item: webhook({ allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { data: bare } }] }),
    },
    {
      what: "data composed of parts",
      item: webhook({ properties: { data: { allOf: [{ type: "object" }, { allOf: [bare] }] } } }),
    },
  ])("reads $what", ({ item }) => {
    expect(eventName(document, item as PathItem)).toBe("call.answered");
  });

  it.each([
    { what: "an enum of two values", item: withType({ enum: ["call.answered", "call.hangup"] }) },
    { what: "an empty enum", item: withType({ enum: [] }) },
    { what: "any text", item: withType({ type: "string" }) },
    { what: "a value that is no text", item: withType({ const: 1 }) },
    { what: "no event_type", item: webhook({ properties: { data: { properties: {} } } }) },
    {
      what: "an event_type beside data, not in it",
      item: webhook({ properties: { data: {}, event_type: { const: "x" } } }),
    },
    { what: "a body that is no JSON", item: webhook(bare, "application/xml") },
    { what: "no body", item: { post: {} } },
    { what: "no POST", item: { get: {} } },
    { what: "a reference that leads nowhere", item: webhook({ $ref: "#/components/schemas/Absent" }) },
    { what: "a reference that leaves the document", item: webhook({ $ref: "other.yaml#/A" }) },
  ])("reads no name from $what", ({ item }) => {
    expect(eventName(document, item as PathItem)).toBeUndefined();
  });

  it("reads no name from a schema composed of itself", () => {
    const schemas = { Self: { allOf: [{ $ref: "#/components/schemas/Self" }] } };
    const own = { ...document, components: { schemas } };
    expect(eventName(own, webhook({ $ref: "#/components/schemas/Self" }))).toBeUndefined();
  });

  it.each([
    { what: "a webhook that is null", item: null },
    { what: "an allOf that is no list", item: webhook({ allOf: {} } as Schema) },
  ])("reads no name from $what", ({ item }) => {
    expect(eventName(document, item as PathItem)).toBeUndefined();
  });
});

describe("webhookSchema", () => {
  it("follows references to the schema of the JSON body", () => {
    expect(webhookSchema(document, webhook({ $ref: "#/components/schemas/Base" }))).toBe(
      document.components.schemas.Base,
    );
  });
});

describe("property", () => {
  it.each([
    { what: "an own property", schema: { properties: { a: { type: "string" } } }, want: { type: "string" } },
    {
      what: "an own one before a composed one",
      schema: { properties: { a: {} }, allOf: [{ properties: { a: { type: "null" } } }] },
      want: {},
    },
    {
      what: "the first of composed ones",
      schema: { allOf: [{}, { properties: { a: { type: "string" } } }, { properties: { a: {} } }] },
      want: { type: "string" },
    },
    { what: "none", schema: { properties: { b: {} } }, want: undefined },
    { what: "none of undefined", schema: undefined, want: undefined },
  ])("finds $what", ({ schema, want }) => {
    expect(property(document, schema as Schema | undefined, "a")).toEqual(want);
  });

  it("finds no inherited property", () => {
    expect(property(document, { properties: {} }, "constructor")).toBeUndefined();
  });

  it("follows a property's reference", () => {
    expect(property(document, { $ref: "", properties: { a: { $ref: "#/components/schemas/Base" } } }, "a")).toBe(
      document.components.schemas.Base,
    );
  });
});
