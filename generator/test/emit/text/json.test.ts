import { describe, expect, it } from "vitest";
import { jsonText } from "../../../src/emit/text/json.ts";
import { payloads } from "../../hostile/payloads.ts";

describe("jsonText", () => {
  it.each([
    [null, "null"],
    [undefined, "null"],
    ["a\n", '"a\\n"'],
    [[], "[]"],
    [{}, "{}"],
    [{ a: [1, { b: true }] }, '{ "a": [1, { "b": true }] }'],
    [{ a: ["x".repeat(80)] }, `{\n  "a": [\n    "${"x".repeat(80)}"\n  ]\n}`],
  ])("%j", (value, want) => {
    expect(jsonText(value)).toBe(want);
  });

  it("says the same as JSON, whatever the texts", () => {
    const value = { list: payloads, object: Object.fromEntries(payloads.map((payload) => [payload, { payload }])) };
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});
