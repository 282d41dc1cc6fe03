import { describe, expect, it } from "vitest";
import { emitTypes } from "../../../src/emit/types/emit-types.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

const openapi = "types/src/generated/openapi.ts";

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

  it("leaves a field with a default optional, and says the default", async () => {
    const text = textOf(await emitTypes(smallModel()), openapi);
    expect(text).toContain(`        DialRequest: {
            /** The number to call */
            to: string;
            /** @default 30 */
            timeout_secs?: number;
        };`);
  });

  it("keeps the document's order", async () => {
    const text = textOf(await emitTypes(smallModel()), openapi);
    const order = ["to: string", "timeout_secs?", "Error: {"].map((part) => text.indexOf(part));
    expect(order.every((place) => place > 0)).toBe(true);
    expect([...order].sort((left, right) => left - right)).toEqual(order);
  });

  it("keeps enum values with commas, pipes and quotes whole", async () => {
    const specs = smallSpecs(({ contract }) => {
      Object.assign(contract.components?.schemas ?? {}, {
        Odd: { type: "string", enum: ["G722,PCMU", "a|b", 'say "hi"'] },
      });
    });
    expect(textOf(await emitTypes(smallModel(specs)), openapi)).toContain('Odd: "G722,PCMU" | "a|b" | "say \\"hi\\"";');
  });
});
