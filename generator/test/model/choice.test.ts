import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/document/openapi.ts";
import { toShape } from "../../src/model/shape.ts";

const properties = { call: { type: "string" }, queue: { type: "string" }, note: { type: "string" } };

/** The names that each field of a schema is to be chosen from, and whether alone. */
function choicesOf(schema: object): Record<string, unknown> {
  const shape = toShape({}, schema as Schema);
  if (shape.kind !== "structure") throw new Error(`A ${shape.kind} has no fields.`);
  return Object.fromEntries(shape.fields.map(({ name, choice }) => [name, choice]));
}

describe("fields of which one has to be there", () => {
  it("say so, where alternatives beside them demand one each and forbid the others", () => {
    const oneOf = [
      { required: ["call"], properties: { call: { type: "string" }, queue: false } },
      { required: ["queue"], properties: { call: false, queue: { type: "string" } } },
    ];
    const choice = { names: ["call", "queue"], isExclusive: true };
    expect(choicesOf({ type: "object", properties, oneOf })).toEqual({ call: choice, queue: choice, note: undefined });
  });

  it("say so, where a part demands one or more", () => {
    const allOf = [{ anyOf: [{ required: ["call"] }, { required: ["queue"] }] }];
    const choice = { names: ["call", "queue"], isExclusive: false };
    expect(choicesOf({ type: "object", properties, allOf })).toEqual({ call: choice, queue: choice, note: undefined });
  });

  it("say nothing, where an alternative demands several or none, or the field is required anyway", () => {
    const several = { type: "object", properties, anyOf: [{ required: ["call", "note"] }, { required: ["queue"] }] };
    const none = { type: "object", properties, anyOf: [{ required: ["call"] }, {}] };
    expect(Object.values(choicesOf(several))).toEqual([undefined, undefined, undefined]);
    expect(Object.values(choicesOf(none))).toEqual([undefined, undefined, undefined]);
    const oneOf = [{ required: ["call"] }, { required: ["queue"] }];
    expect(choicesOf({ type: "object", properties, required: ["call"], oneOf })["call"]).toBeUndefined();
  });

  it("are not there at all, where the schema forbids them", () => {
    expect(choicesOf({ type: "object", properties: { call: { type: "string" }, queue: false } })).toEqual({
      call: undefined,
    });
  });
});
