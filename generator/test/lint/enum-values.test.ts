import { describe, expect, it } from "vitest";
import { enumValues } from "../../src/lint/enum-values.ts";
import { smallModel } from "../small-specs.ts";

function found(...values: readonly unknown[]): string[] {
  const model = smallModel();
  const components = { schemas: { Odd: { enum: [...values] } } };
  return [...enumValues({ ...model, document: { ...model.document, components } })].map(
    ({ severity, message, pointer }) => {
      return `${severity} ${pointer}: ${message}`;
    },
  );
}

describe("enumValues", () => {
  it.each([
    ["different words", ["ringing", "answered"]],
    ["numbers, null and words", [1, "1", null, true]],
    ["symbols alone", ["#", "*", "0"]],
    ["words that contain each other", ["en", "en-US", "en-us-x"]],
  ])("is content with %s", (_, values) => {
    expect(found(...values)).toEqual([]);
  });

  it.each([
    ["the case of the first letter", "Alice", "alice"],
    ["case inside", "fooBar", "foobar"],
    ["punctuation", "en-US", "en_US"],
  ])("reports values that differ in %s alone", (_, one, other) => {
    expect(found(one, "else", other)).toEqual([
      `warning #/components/schemas/Odd/enum: The values "${one}" and "${other}" would be one name.`,
    ]);
  });
});
