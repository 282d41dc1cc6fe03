import { describe, expect, it } from "vitest";
import { emitTypes } from "../../../src/emit/types/emit-types.ts";
import { smallModel, textOf } from "../../small-specs.ts";

describe("emitTypes", () => {
  it("makes eight files", async () => {
    expect((await emitTypes(smallModel())).map(({ path }) => path)).toEqual(
      [
        "openapi.ts",
        "openapi.json",
        "contract.ts",
        "schemas.ts",
        "operations.ts",
        "events.ts",
        "error-codes.ts",
        "texml-callbacks.ts",
      ].map((name) => `types/src/generated/${name}`),
    );
  });

  it("writes the document as JSON, worded, and does not change it", async () => {
    const model = smallModel();
    const before = structuredClone(model.document);
    const text = textOf(await emitTypes(model), "types/src/generated/openapi.json");
    expect(text).toBe(`${JSON.stringify(before, null, 2)}\n`);
    expect(text).toContain('"description": "The id of the other call"');
    expect(model.document).toEqual(before);
  });

  it("keeps the document's order", async () => {
    const [operations, schemas] = ["operations", "schemas"].map((name) => {
      return textOf(emitTypes(smallModel()), `types/src/generated/${name}.ts`);
    });
    expect(operations).toMatch(/to: string[\s\S]*timeout_secs\?/);
    expect(schemas).toMatch(/Call = [\s\S]*Error = /);
  });
});
