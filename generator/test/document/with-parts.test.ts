import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/document/openapi.ts";
import { withParts } from "../../src/document/with-parts.ts";

const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text: Schema = { type: "string" };

const schemas: Record<string, Schema> = {
  Base: { type: "object", required: ["id"], properties: { id: text, kind: text } },
  Alias: to("Base"),
  Derived: { allOf: [to("Base")], required: ["name"], properties: { name: text, kind: { const: "derived" } } },
  Circle: { allOf: [to("Circle")], properties: { a: text } },
};
const root = { components: { schemas } };
const merged = (schema: Schema) => withParts(root, schema);

describe("withParts", () => {
  it("gives a schema without parts as it is, and what a name stands for", () => {
    expect(merged(text)).toBe(text);
    expect(merged(to("Alias"))).toBe(schemas["Base"]);
    expect(merged(to("Gone"))).toBeUndefined();
  });

  it("merges parts, of parts too; what is its own wins", () => {
    expect(merged({ allOf: [to("Derived")], description: "More" })).toEqual({
      type: "object",
      description: "More",
      properties: { id: text, kind: { const: "derived" }, name: text },
      required: ["id", "name"],
    });
  });

  it("ends where a schema is a part of itself", () => {
    expect(merged(to("Circle"))).toEqual({ properties: { a: text }, required: [] });
  });

  it("keeps a property called __proto__, and changes no prototype", () => {
    const part = JSON.parse('{ "properties": { "__proto__": { "type": "string" } } }');
    const properties = merged({ allOf: [part] })?.properties ?? {};
    expect(Object.entries(properties)).toEqual([["__proto__", text]]);
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype);
  });
});
