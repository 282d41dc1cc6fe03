import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/document/openapi.ts";
import { type ExampleSource, exampleOf } from "../../src/model/example.ts";

const document = {
  components: {
    schemas: {
      Base: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
      Node: { type: "object", properties: { next: { $ref: "#/components/schemas/Node" }, label: { type: "string" } } },
      Ring: { allOf: [{ $ref: "#/components/schemas/Ring" }], properties: { a: { type: "boolean" } } },
    },
  },
};

function example(schema: Schema, given: Partial<ExampleSource> & { name?: string } = {}): unknown {
  return exampleOf({ document, values: {}, fields: "all", ...given }, schema, given.name);
}

describe("exampleOf", () => {
  it.each<[string, Schema, unknown]>([
    ["the schema's own example", { type: "string", example: "own" }, "own"],
    ["null where it is the example", { type: ["string", "null"], examples: [null] }, null],
    ["no null that the schema does not allow", { type: "string", examples: [null] }, "text"],
    ["an example in a list", { type: "object", properties: { a: { type: "string" } }, examples: [{}] }, {}],
    [
      "no field that was never seen, unless it must be there",
      {
        properties: { a: { type: "string", "x-unseen": true }, b: { type: "string", "x-unseen": true } },
        required: ["b"],
      },
      { b: "text" },
    ],
    ["a constant", { const: "call.answered" }, "call.answered"],
    [
      "the first value of an enum that is not null",
      { type: ["string", "null"], enum: [null, "dual", "single"] },
      "dual",
    ],
    ["a default", { type: "integer", default: 300 }, 300],
    ["a format", { type: "string", format: "uuid" }, "5a1d6f0e-3c2b-4e8f-9a47-b0c1d2e3f405"],
    ["a least length", { type: "string", minLength: 6 }, "textxx"],
    ["a greatest length", { type: "string", maxLength: 2 }, "te"],
    ["a least number", { type: "integer", minimum: 5, maximum: 9 }, 5],
    ["an exclusive least number", { type: "integer", exclusiveMinimum: 5 }, 6],
    ["a multiple", { type: "integer", minimum: 501, multipleOf: 500 }, 1000],
    ["a greatest number under one", { type: "number", maximum: 0 }, 0],
    ["as many items as there must be", { type: "array", items: { type: "boolean" }, minItems: 2 }, [true, true]],
    ["the first alternative", { oneOf: [{ type: "integer" }, { type: "string" }] }, 1],
    [
      "the fields beside alternatives",
      { properties: { a: { type: "boolean" } }, anyOf: [{ $ref: "#/components/schemas/Base" }] },
      { a: true, id: "text" },
    ],
    [
      "parts, merged",
      { allOf: [{ $ref: "#/components/schemas/Base" }, { properties: { on: { type: "boolean" } } }] },
      { id: "text", on: true },
    ],
    ["a part that contains itself", { $ref: "#/components/schemas/Ring" }, { a: true }],
    ["nothing for a type that is null", { type: "null" }, null],
    ["an object for what says nothing", {}, {}],
  ])("takes %s", (_, schema, want) => {
    expect(example(schema)).toEqual(want);
  });

  it("takes the value that is known for a name, where the schema allows it", () => {
    const values = { call_id: "v3:abc", to: "+13125550199" };
    expect(example({ type: "string" }, { values, name: "call_id" })).toBe("v3:abc");
    expect(example({ type: "array", items: { type: "string" } }, { values, name: "call_ids" })).toEqual(["v3:abc"]);
    expect(example({ type: "integer" }, { values, name: "call_id" })).toBe(1);
    expect(example({ type: "string" }, { values, name: "constructor" })).toBe("text");
  });

  it("runs no pattern: what the schema gives goes before what is known for the name", () => {
    const values = { to: "+13125550199" };
    const hostile = { type: "string", pattern: "^(a+)+$" };
    const given = `${"a".repeat(30)}!`;
    const start = performance.now();
    for (const schema of [{ default: given }, { enum: [given] }, { const: given }, { example: given }]) {
      expect(example({ ...hostile, ...schema }, { values, name: "to" })).toBe(given);
    }
    expect(example(hostile, { values, name: "to" })).toBe("+13125550199");
    expect(performance.now() - start).toBeLessThan(200);
  });

  it("leaves out what need not be sent, and what only the server writes", () => {
    const schema: Schema = {
      type: "object",
      properties: { to: { type: "string" }, from: { type: "string" }, id: { type: "string", readOnly: true } },
      required: ["to", "id"],
    };
    expect(example(schema, { fields: "required" })).toEqual({ to: "text" });
  });

  it("ends where a schema contains itself", () => {
    expect(JSON.stringify(example({ $ref: "#/components/schemas/Node" })).match(/next/g)?.length).toBeLessThan(20);
  });

  it("has the field that tells which of several forms it is", () => {
    const cat: Schema = { type: "object", required: ["name"], properties: { kind: { enum: ["cat"] }, name: {} } };
    const root = { components: { schemas: { Cat: cat } } };
    const reference = { $ref: "#/components/schemas/Cat" };
    const discriminator = { propertyName: "kind", mapping: { cat: reference.$ref } };
    const made = (schema: Schema) => example(schema, { document: root, fields: "required" });
    expect(made({ oneOf: [reference], discriminator })).toEqual({ name: {}, kind: "cat" });
    expect(made({ oneOf: [reference] })).toEqual({ name: {} });
    expect(made({ oneOf: [reference], discriminator: { propertyName: "gone" } })).toEqual({ name: {} });
  });

  it("ends where a schema contains itself many times, or must have no end", () => {
    const again = { $ref: "#/components/schemas/Tree" };
    const names = Array.from({ length: 12 }, (_, index) => `branch${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, again]));
    const tree = (required: readonly string[]) => ({ components: { schemas: { Tree: { properties, required } } } });
    for (const document of [tree([]), tree(names)] as const) {
      for (const fields of ["all", "required"] as const) {
        const text = JSON.stringify(example(again, { document, fields }));
        expect(text.length).toBeLessThan(1_000_000);
      }
    }
  });

  it("is of a bounded size, whatever the limits are", () => {
    expect(example({ type: "string", minLength: 1e12 })).toHaveLength(2_000);
    expect((example({ type: "array", items: {}, minItems: 1e12 }) as unknown[]).length).toBeLessThanOrEqual(2_000);
    const nested = {
      type: "array",
      minItems: 100,
      items: { type: "array", minItems: 100, items: { minItems: 100, items: {} } },
    };
    expect(JSON.stringify(example(nested)).length).toBeLessThan(20_000);
  });
});
