import { describe, expect, it } from "vitest";
import { sameParts } from "../../src/diff/same-parts.ts";
import type { OpenApiDocument } from "../../src/document/openapi.ts";

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** A document of schemas alone. */
function documentOf(schemas: Readonly<Record<string, unknown>>): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "", version: "" }, paths: {}, components: { schemas } } as OpenApiDocument;
}

const circle = { A: { items: reference("B") }, B: { items: reference("A"), type: "array" } };

describe("sameParts", () => {
  it.each([
    ["a text", { Item: { type: "string" } }, { Item: { type: "string" } }, true],
    ["another text", { Item: { type: "string" } }, { Item: { type: "number" } }, false],
    ["what went", { Item: { type: "string" } }, {}, false],
    ["what came", {}, { Item: { type: "string" } }, false],
  ])("tells of %s", (_, base, head, isSame) => {
    expect(sameParts(documentOf(base), documentOf(head))(reference("Item"), reference("Item"))).toBe(isSame);
  });

  it("follows references, also in a circle", () => {
    const isSame = sameParts(documentOf(circle), documentOf(circle));
    expect(isSame(reference("A"), reference("A"))).toBe(true);
    const changed = { ...circle, B: { ...circle.B, type: "object" } };
    expect(sameParts(documentOf(circle), documentOf(changed))(reference("A"), reference("A"))).toBe(false);
  });

  it("looks into what refers to a part of a component, or to nothing", () => {
    for (const $ref of ["#/components/schemas/A/items", "#/components/schemas/None"]) {
      const document = documentOf({ ...circle, Item: { items: { $ref } } });
      expect(sameParts(document, document)(reference("Item"), reference("Item"))).toBe(false);
    }
  });

  it("compares parts that are no components", () => {
    const isSame = sameParts(documentOf(circle), documentOf(circle));
    expect(isSame([{ schema: reference("A") }, undefined], [{ schema: reference("A") }, undefined])).toBe(true);
    expect(isSame({ schema: reference("A") }, { schema: reference("B") })).toBe(false);
    expect(isSame({ minimum: 1 }, { minimum: 2 })).toBe(false);
  });
});
