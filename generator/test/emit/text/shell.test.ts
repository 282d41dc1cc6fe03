import { describe, expect, it } from "vitest";
import { shellQuoted, shellWord } from "../../../src/emit/text/shell.ts";

describe("shellWord", () => {
  it.each([
    ["https://api.example.com/v2", "https://api.example.com/v2"],
    ["a b", "'a b'"],
    ["", "''"],
    ["$(x)", "'$(x)'"],
    ["~", "'~'"],
  ])("%j", (text, want) => {
    expect(shellWord(text)).toBe(want);
  });
});

describe("shellQuoted", () => {
  it.each([
    ["it's", "'it'\\''s'"],
    ["'", "''\\'''"],
    ['`x` $y "z" \\', "'`x` $y \"z\" \\'"],
    ["a\0b", "'a\ufffdb'"],
  ])("%j", (text, want) => {
    expect(shellQuoted(text)).toBe(want);
  });
});
