import { describe, expect, it } from "vitest";
import { resourceTexts } from "../../src/lint/resource-texts.ts";
import { smallModel, smallSpecs } from "../small-specs.ts";

const found = (resources: Record<string, string> | undefined) => {
  const specs = smallSpecs(({ wordings }) => Object.assign(wordings[0] ?? {}, { resources }));
  return [...resourceTexts(smallModel(specs), specs)].map(({ code, message }) => `${code}: ${message}`);
};
const texts = Object.fromEntries(
  ["calls", "calls.actions", "recordings", "texml", "texml.accounts", "texml.accounts.calls"].map((name) => [
    name,
    "T.",
  ]),
);

describe("resourceTexts", () => {
  it("finds nothing where each resource has a text, or none is to have one", () => {
    expect(found(texts)).toEqual([]);
    expect(found(undefined)).toEqual([]);
  });

  it("finds the resource without a text, and the text without a resource", () => {
    const { "texml.accounts": _, ...others } = texts;
    expect(found({ ...others, faxes: "T.", constructor: "T." })).toEqual([
      "wording-missing: The resource texml.accounts has no text.",
      "wording-unused: The client has no resource faxes.",
      "wording-unused: The client has no resource constructor.",
    ]);
  });
});
