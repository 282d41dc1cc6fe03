import { describe, expect, it } from "vitest";
import { jsdoc, jsdocCode, sentence } from "../../../src/emit/text/jsdoc.ts";

describe("jsdoc", () => {
  it.each([
    ["plain text", "A call.", "A call."],
    ["the end of a comment", "a */ b", "a *\u200b/ b"],
    ["several ends of a comment", "**/*/", "**\u200b/*\u200b/"],
    ["a tag at the start", "@deprecated now", "\\@deprecated now"],
    ["a tag at the head of a line", "one\n  @internal two", "one\n  \\@internal two"],
    ["an address, which is no tag", "mail a@b.c", "mail a@b.c"],
    ["Windows' and old Mac's line breaks", "a\r\nb\rc", "a\nb\nc"],
    ["Unicode's line breaks", "a\u2028b\u2029c", "a\nb\nc"],
    ["a tag after such a line break", "a\r@b", "a\n\\@b"],
    ["space around", "  a \n", "a"],
    ["nothing", "", ""],
  ])("%s", (_, text, want) => {
    expect(jsdoc(text)).toBe(want);
  });
});

describe("jsdocCode", () => {
  it.each([
    ["code", "GET /calls", "`GET /calls`"],
    ["backticks", "a`b", "`a'b`"],
    ["line breaks", "a\nb", "`a b`"],
    ["the end of a comment", "/a/*/b", "`/a/*\u200b/b`"],
  ])("%s", (_, text, want) => {
    expect(jsdocCode(text)).toBe(want);
  });
});

describe("sentence", () => {
  it.each([
    ["Dial", "Dial."],
    ["Dial.", "Dial."],
    ["Really?", "Really?"],
    ["Stop!", "Stop!"],
    ["", ""],
  ])("%j becomes %j", (summary, want) => {
    expect(sentence(summary)).toBe(want);
  });
});
