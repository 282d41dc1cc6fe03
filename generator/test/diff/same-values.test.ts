import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/document/openapi.ts";
import { told } from "./sides.ts";
import { either, integer, object, string } from "./value-case.ts";
import { withValue } from "./value-sides.ts";

/** Two ways to say the same. */
const cases: readonly (readonly [name: string, one: Schema, other: Schema])[] = [
  [
    "the tighter limit of two parts",
    { allOf: [{ ...string, minLength: 5 }, { minLength: 1 }] },
    { ...string, minLength: 5 },
  ],
  [
    "the lower of two upper limits",
    { allOf: [{ ...string, maxLength: 5 }, { maxLength: 9 }] },
    { ...string, maxLength: 5 },
  ],
  [
    "the values that two parts share",
    { allOf: [{ ...string, enum: ["a", "b"] }, { enum: ["b"] }] },
    { ...string, enum: ["b"] },
  ],
  [
    "a field of two parts",
    { allOf: [object({ a: string }), object({ a: { maxLength: 5 } })] },
    object({ a: { ...string, maxLength: 5 } }),
  ],
  [
    "what is required in another part",
    { allOf: [object({ a: string }), { required: ["a"] }] },
    object({ a: string }, { required: ["a"] }),
  ],
  [
    "alternatives within alternatives",
    { oneOf: [either("Phone", "Sip"), either("Fax")] },
    either("Phone", "Sip", "Fax"),
  ],
  ["types as alternatives", { oneOf: [string, integer] }, { type: ["integer", "string"] }],
  [
    "types and null as alternatives",
    { anyOf: [string, integer, { type: "null" }] },
    { type: ["null", "integer", "string"] },
  ],
  ["values as alternatives", { oneOf: [{ const: "a" }, { ...string, enum: ["b"] }] }, { ...string, enum: ["a", "b"] }],
  ["a bound of integers", { ...integer, minimum: 1 }, { ...integer, exclusiveMinimum: 0 }],
  [
    "a bound that another one covers",
    { type: "number", minimum: 1, exclusiveMinimum: 2 },
    { type: "number", exclusiveMinimum: 2 },
  ],
];

describe("a value that is written otherwise", () => {
  it.each(cases)("is no change: %s", (_, one, other) => {
    expect(told(withValue(one), withValue(other))).toEqual([]);
    expect(told(withValue(other), withValue(one))).toEqual([]);
  });

  it("tells fields of alternatives that nothing else tells apart", () => {
    const base = withValue({ oneOf: [object({ a: string }), object({ b: string })] });
    const head = withValue({ oneOf: [object({ a: string, c: string }), object({ b: string, d: string })] });
    const found = told(base, head).map(({ rule, path }) => `${rule} ${path}`);
    expect(found.filter((line) => line.startsWith("request"))).toEqual([
      "request-property-added value.c",
      "request-property-added value.d",
    ]);
    expect(found).toHaveLength(6);
  });

  it("of null alone is no value of any type", () => {
    const found = told(withValue({ type: "null" }), withValue(string));
    expect(found.map(({ rule }) => rule)).toContain("request-type-changed");
  });
});
