import { describe, expect, it } from "vitest";
import { valueText } from "../../../src/emit/webhooks/value-text.ts";

describe("valueText", () => {
  it.each([
    ["a text that would end a literal", 'a"\u2028b'],
    ["numbers, booleans and null", [1, -0.5, true, null]],
    ["nothing", [{}, []]],
    ["what is nested", { a: { "b-c": [{ d: "e" }] } }],
    ["a field called __proto__", JSON.parse('{"__proto__": {"a": 1}, "b": 2}')],
  ])("writes %s so that it is read back", (_, value) => {
    const read: unknown = new Function(`return ${valueText(value)}`)();
    expect(JSON.stringify(read)).toBe(JSON.stringify(value));
  });
});
