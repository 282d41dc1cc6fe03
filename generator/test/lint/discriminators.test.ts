import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/document/openapi.ts";
import { discriminators } from "../../src/lint/discriminators.ts";
import { smallModel } from "../small-specs.ts";

function found(schema: Schema) {
  const model = smallModel();
  return [...discriminators({ ...model, document: { ...model.document, components: { schemas: { Pet: schema } } } })];
}

const members = [{ $ref: "#/components/schemas/Cat" }];

describe("discriminators", () => {
  it("is content where the values are mapped", () => {
    const discriminator = { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } };
    expect(found({ oneOf: members, discriminator })).toEqual([]);
  });

  it("is content with a property that is called discriminator", () => {
    expect(found({ properties: { discriminator: { type: "string" } } })).toEqual([]);
  });

  it.each<[string, NonNullable<Schema["discriminator"]>]>([
    ["no mapping", { propertyName: "kind" }],
    ["an empty mapping", { propertyName: "kind", mapping: {} }],
  ])("reports %s", (_, discriminator) => {
    expect(found({ oneOf: members, discriminator })).toEqual([
      expect.objectContaining({
        code: "discriminator-unmapped",
        message: "The discriminator kind has no mapping.",
        pointer: "#/components/schemas/Pet/discriminator",
      }),
    ]);
  });

  it("finds one deep inside a schema", () => {
    const deep: Schema = {
      properties: { a: { type: "array", items: { anyOf: members, discriminator: { propertyName: "k" } } } },
    };
    expect(found(deep).map(({ pointer }) => pointer)).toEqual([
      "#/components/schemas/Pet/properties/a/items/discriminator",
    ]);
  });
});
