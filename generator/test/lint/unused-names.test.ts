import { describe, expect, it } from "vitest";
import { unusedNames } from "../../src/lint/unused-names.ts";
import { smallModel, smallSpecs } from "../small-specs.ts";

describe("unusedNames", () => {
  const { names } = smallSpecs();

  it("is content where each entry names something, or there is no section for schemas", () => {
    expect([...unusedNames(smallModel(), { names })]).toEqual([]);
    expect([...unusedNames(smallModel(), { names: { ...names, schemas: { Error: "ApiError" } } })]).toEqual([]);
  });

  it("reports the entries that name nothing, each where it stands", () => {
    const more = {
      operations: { ...names.operations, Gone: { method: "a.b", type: "Gone" } },
      events: { ...names.events, "gone/too": { event: "a.b", type: "Gone" } },
      schemas: { Error: "ApiError", Lost: "Lost" },
    };
    const found = [...unusedNames(smallModel(), { names: more })];
    expect(found.map(({ code, severity, message, file, pointer }) => [code, severity, message, file, pointer])).toEqual(
      [
        ["name-unused", "debt", "The contract has no Gone.", "specs/names.json", "#/operations/Gone"],
        ["name-unused", "debt", "The contract has no gone/too.", "specs/names.json", "#/events/gone~1too"],
        ["name-unused", "debt", "The contract has no Lost.", "specs/names.json", "#/schemas/Lost"],
      ],
    );
  });
});
