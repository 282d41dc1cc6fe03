import { describe, expect, it } from "vitest";
import { rubyKey, rubyString, rubyValue } from "../../../src/emit/text/ruby.ts";
import { payloads } from "../../hostile/payloads.ts";

describe("rubyString", () => {
  it.each([
    ['a "b" \\', '"a \\"b\\" \\\\"'],
    ["#{system('x')} #$0 #@a", "\"\\#{system('x')} \\#$0 \\#@a\""],
    ["# a #1", '"# a #1"'],
    ["\\#{x}", '"\\\\\\#{x}"'],
    ["a\nb\u0000", '"a\\nb\\u0000"'],
    ["\ud800", '"\ufffd"'],
  ])("%j", (text, want) => {
    expect(rubyString(text)).toBe(want);
  });

  it("has no place where a text could end or run", () => {
    for (const payload of payloads) {
      expect(rubyString(payload)).toMatch(/^"(?:[^"\\#]|\\.|#(?![{$@]))*"$/su);
    }
  });
});

describe("rubyKey", () => {
  it.each([
    ["to", "to:"],
    ["end", "end:"],
    ["call.hangup", '"call.hangup":'],
    ["a: 1, b", '"a: 1, b":'],
    ["", '"":'],
  ])("%j", (name, want) => {
    expect(rubyKey(name)).toBe(want);
  });
});

describe("rubyValue", () => {
  it.each([
    [null, "nil"],
    [1.5, "1.5"],
    [[], "[]"],
    [{}, "{}"],
    [{ a: [true, { b: null }] }, "{a: [true, {b: nil}]}"],
    [{ a: "x".repeat(80) }, `{\n  a: "${"x".repeat(80)}"\n}`],
  ])("%j", (value, want) => {
    expect(rubyValue(value)).toBe(want);
  });
});
