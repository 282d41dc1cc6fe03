import openapiTypescript, { astToString } from "openapi-typescript";
import { describe, expect, it } from "vitest";
import { openapiText } from "../../../src/emit/types/openapi-text.ts";
import { smallModel, smallSpecs } from "../../small-specs.ts";

const pets = {
  Cat: { type: "object", required: ["kind"], properties: { kind: { type: "string", enum: ["cat"] } } },
  Dog: { type: "object", required: ["kind"], properties: { kind: { type: "string", enum: ["dog"] } } },
  Pet: {
    oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
    discriminator: {
      propertyName: "kind",
      mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
    },
  },
};

const model = smallModel(smallSpecs(({ contract }) => Object.assign(contract.components?.schemas ?? {}, pets)));

/** A copy whose texts stand where openapi-typescript puts no tag before them. */
function textsFirst(document: object): object {
  return JSON.parse(JSON.stringify(document), (_, value) => {
    const { description, summary, ...rest } = Object(value);
    if (typeof description !== "string" || description === "") return value;
    return typeof summary === "string"
      ? { ...rest, title: summary, summary: description }
      : { ...rest, title: description };
  });
}

describe("openapiText", () => {
  it("is what openapi-typescript makes of the document when it reads and checks it itself", async () => {
    const nodes = await openapiTypescript(textsFirst(model.document) as never, {
      defaultNonNullable: false,
      alphabetize: false,
      emptyObjectsUnknown: true,
      silent: true,
    });
    expect(openapiText(model)).toBe(astToString(nodes));
  });

  it("has the mapped value of a discriminator", () => {
    expect(openapiText(model)).toContain(`        Dog: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "dog";
        };`);
  });

  it("lets a list of values that grows take any text, without losing those it has", () => {
    const change = ({ contract }: ReturnType<typeof smallSpecs>) => {
      Object.assign(contract.components?.schemas ?? {}, {
        Language: { type: "string", enum: ["en", "de"], "x-open-enum": true },
        Closed: { type: "string", enum: ["en", "de"] },
      });
    };
    const text = openapiText(smallModel(smallSpecs(change as never)));
    expect(text).toContain('Language: "en" | "de" | (string & {});');
    expect(text).toContain('Closed: "en" | "de";');
  });

  it("shows the examples that show a value", () => {
    const change = ({ contract }: ReturnType<typeof smallSpecs>) => {
      Object.assign(contract.components?.schemas ?? {}, {
        Told: { type: ["string", "null"], examples: ["PCMU", null, ""] },
        Untold: { type: ["object", "null"], examples: [null, {}] },
      });
    };
    const text = openapiText(smallModel(smallSpecs(change as never)));
    expect(text).toContain("        /** @example PCMU */\n        Told: string | null;");
    expect(text).toMatch(/[^/]\n {8}Untold:/);
  });

  it("leaves a field with a default optional", () => {
    expect(openapiText(model)).toContain("/** @default 30 */\n            timeout_secs?: number;");
  });

  it("lets an object of which nothing is said have any fields", () => {
    const specs = smallSpecs(({ contract }) => {
      Object.assign(contract.components?.schemas ?? {}, { Free: { type: "object" } });
    });
    expect(openapiText(smallModel(specs))).toContain("        Free: Record<string, unknown>;");
  });

  it("does not change the document", () => {
    const before = structuredClone(model.document);
    openapiText(model);
    expect(model.document).toEqual(before);
  });
});
