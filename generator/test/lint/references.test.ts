import { describe, expect, it } from "vitest";
import { references } from "../../src/lint/references.ts";
import { smallModel } from "../small-specs.ts";

function found(reference: string): string[] {
  const model = smallModel();
  const properties = { id: { $ref: reference }, $ref: { type: "string" } };
  const components = { schemas: { Call: { type: "object", properties } }, parameters: {} };
  const document = { ...model.document, paths: {}, webhooks: {}, components };
  return [...references({ ...model, document })].map(({ severity, code, message, pointer }) => {
    return `${severity} ${code} ${pointer}: ${message}`;
  });
}

describe("references", () => {
  it("is content with the small model", () => {
    expect([...references(smallModel())]).toEqual([]);
  });

  it("is content where a reference leads to something, and with a property that is called $ref", () => {
    expect(found("#/components/schemas/Call")).toEqual([]);
    expect(found("#/components/schemas/Call/properties/%24ref")).toEqual([]);
  });

  const place = "#/components/schemas/Call/properties/id";
  it.each([
    ["to nothing", "#/components/schemas/Gone", "reference-unresolved", "leads to nothing, or to itself"],
    ["to itself", place, "reference-unresolved", "leads to nothing, or to itself"],
    ["to another file", "./other.yaml#/a", "reference-external", "leads out of the document"],
    ["to an address", "https://example.com/a.json", "reference-external", "leads out of the document"],
  ])("reports one that leads %s", (_, reference, code, message) => {
    expect(found(reference)).toEqual([`error ${code} ${place}: ${reference} ${message}.`]);
  });
});
