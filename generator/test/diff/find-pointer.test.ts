import { describe, expect, it } from "vitest";
import { findPointer } from "../../src/diff/find-pointer.ts";

const document = {
  components: {
    schemas: {
      Plain: { properties: { name: { type: "string" }, "a/b": { type: "string" } } },
      Call: { properties: { to: { $ref: "#/components/schemas/Plain" } } },
      Spaced: { properties: { to: { $ref: "#/components/schemas/With%20space" } } },
      "With space": { properties: { name: { type: "string" } } },
      Merged: { allOf: [{ properties: { a: { type: "string" }, b: {} } }, { $ref: "#/components/schemas/Plain" }] },
      Twice: { allOf: [{ properties: { a: { type: "string" } } }, { properties: { a: { type: "integer" } } }] },
      Own: { allOf: [{ properties: { a: { type: "string" } } }], properties: { b: { type: "string" } } },
      Nullable: { properties: { to: { oneOf: [{ $ref: "#/components/schemas/Plain" }, { type: "null" }] } } },
      Circle: { allOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Circle" }] },
    },
  },
};

const at = (rest: string) => `#/components/schemas/${rest}`;

describe("findPointer", () => {
  it.each([
    ["Plain/properties/name", "Plain/properties/name"],
    ["Plain/properties/a~1b", "Plain/properties/a~1b"],
    ["Call/properties/to", "Call/properties/to"],
    ["Call/properties/to/properties/name", "Plain/properties/name"],
    ["Spaced/properties/to/properties/name", "With space/properties/name"],
    ["Merged/properties/a", "Merged/allOf/0/properties/a"],
    ["Merged/properties/name", "Plain/properties/name"],
    ["Twice/properties/a", "Twice/allOf/1/properties/a"],
    ["Own/properties/a", "Own/allOf/0/properties/a"],
    ["Own/properties/b", "Own/properties/b"],
    ["Nullable/properties/to/properties/name", "Plain/properties/name"],
  ])("leads from %s to %s", (given, found) => {
    expect(findPointer(document, at(given))).toBe(at(found));
  });

  it.each(["Plain/properties/other", "Circle/properties/name", "None"])("leaves %s, where nothing is", (given) => {
    expect(findPointer(document, at(given))).toBe(at(given));
  });
});
