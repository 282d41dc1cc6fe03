import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/document/openapi.ts";
import { values } from "../../src/lint/values.ts";
import { smallModel, smallSpecs } from "../small-specs.ts";

const schemas = { Id: { type: "string", maxLength: 3 }, Loop: { $ref: "#/components/schemas/Loop" } };

/** What is said of a schema: code, place and message. */
function found(schema: Schema): string[] {
  const model = smallModel();
  const document = { ...model.document, components: { schemas: { ...schemas, Odd: schema } } };
  return [...values({ ...model, document })].map(
    ({ severity, code, pointer, message }) => `${severity} ${code} ${pointer}: ${message}`,
  );
}

describe("values", () => {
  it("is content with the small model", () => {
    expect([...values(smallModel())]).toEqual([]);
  });

  const allowed: readonly [string, Schema][] = [
    ["a text", { type: "string", default: "a", maxLength: 1 }],
    ["characters beyond the basic plane, each counted once", { type: "string", default: "📞📞", maxLength: 2 }],
    ["null where the type allows it", { type: ["string", "null"], default: null }],
    ["an integer for a number", { type: "number", default: 1 }],
    ["anything where there is no type", { default: { a: [1] } }],
    ["a value of an enum", { type: "integer", enum: [8000, 16000], default: 8000 }],
    ["the limits themselves", { type: "integer", minimum: 1, maximum: 1, default: 1 }],
    ["one of several forms", { oneOf: [{ type: "string" }, { type: "integer" }], default: 1 }],
    ["what a reference that leads nowhere stands for", { ...schemas.Loop, default: 1 }],
    ["an object with more fields than are declared", { type: "object", properties: { a: {} }, default: { b: 1 } }],
    ["a list", { type: "array", items: { type: "integer" }, default: [1, 2] }],
  ];
  it.each(allowed)("allows %s", (_, schema) => {
    expect(found(schema)).toEqual([]);
  });

  const refused: readonly [string, Schema, string][] = [
    ["a number for a text", { type: "string", default: 1 }, "1 is not allowed: it is of type integer, not string"],
    [
      "a fraction for an integer",
      { type: "integer", default: 0.5 },
      "0.5 is not allowed: it is of type number, not integer",
    ],
    [
      "null",
      { type: ["string", "integer"], default: null },
      "null is not allowed: it is of type null, not string or integer",
    ],
    ["what is not in the enum", { enum: ["a", "b"], default: "c" }, '"c" is not allowed: it is not in the enum'],
    ["what is not the const", { const: "a", default: "c" }, '"c" is not allowed: it is not in the enum'],
    ["too little", { type: "integer", minimum: 5, default: 4 }, "4 is not allowed: it is under 5"],
    ["too much", { type: "integer", maximum: 5, default: 6 }, "6 is not allowed: it is over 5"],
    ["an excluded least", { type: "integer", exclusiveMinimum: 5, default: 5 }, "5 is not allowed: it is not over 5"],
    ["an excluded most", { type: "integer", exclusiveMaximum: 5, default: 5 }, "5 is not allowed: it is not under 5"],
    [
      "a text that is too short",
      { type: "string", minLength: 2, default: "a" },
      '"a" is not allowed: it has fewer than 2 characters',
    ],
    [
      "a text that is too long",
      { type: "string", maxLength: 1, default: "ab" },
      '"ab" is not allowed: it has more than 1 characters',
    ],
    [
      "a list that is too long",
      { type: "array", maxItems: 1, default: [1, 2] },
      "[1,2] is not allowed: it has more than 1 items",
    ],
    [
      "a wrong item",
      { type: "array", items: { type: "string" }, default: ["a", 1] },
      '["a",1] is not allowed: it is of type integer, not string',
    ],
    [
      "a field that is missing",
      { type: "object", required: ["a"], default: {} },
      "{} is not allowed: the field a is missing",
    ],
    [
      "a wrong field",
      { properties: { a: { type: "string" } }, default: { a: 1 } },
      '{"a":1} is not allowed: in a, it is of type integer, not string',
    ],
    [
      "what one part of an allOf refuses",
      { allOf: [{}, { $ref: "#/components/schemas/Id" }], default: "long" },
      '"long" is not allowed: it has more than 3 characters',
    ],
    [
      "what no member allows",
      { oneOf: [{ type: "string" }, { type: "integer" }], default: true },
      "true is not allowed: it fits none of the alternatives",
    ],
  ];
  it.each(refused)("reports %s", (_, schema, message) => {
    expect(found(schema)).toEqual([`debt default-invalid #/components/schemas/Odd/default: The default ${message}.`]);
  });

  it("looks at the examples of schemas, parameters and bodies, and shortens long ones", () => {
    const specs = smallSpecs(({ contract }) => {
      const { get, post } = contract.paths["/calls"] ?? {};
      Object.assign(contract.components?.schemas?.["Error"]?.properties?.["code"] ?? {}, { example: 1 });
      Object.assign(get?.parameters?.[0] ?? {}, { example: "x".repeat(80) });
      const body = post?.requestBody as { content: Record<string, object> } | undefined;
      Object.assign(body?.content["application/json"] ?? {}, { example: { to: 1 } });
    });
    expect([...values(smallModel(specs))].map(({ code, pointer, message }) => [code, pointer, message])).toEqual([
      [
        "example-invalid",
        "#/paths/~1calls/get/parameters/0/example",
        `The example "${"x".repeat(59)}… is not allowed: it is of type string, not object.`,
      ],
      [
        "example-invalid",
        "#/paths/~1calls/post/requestBody/content/application~1json/example",
        'The example {"to":1} is not allowed: in to, it is of type integer, not string.',
      ],
      [
        "example-invalid",
        "#/components/schemas/Error/properties/code/example",
        "The example 1 is not allowed: it is of type integer, not string.",
      ],
    ]);
  });
});
