import { describe, expect, it } from "vitest";
import { code, markdown, markdownProse, table } from "../../../src/emit/text/markdown.ts";

describe("markdown", () => {
  it.each([
    ["plain text", "The id of a call.", "The id of a call."],
    ["emphasis", "*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"],
    ["HTML", '<img onerror="x">', '\\<img onerror="x"\\>'],
    ["an entity", "&lt;", "\\&lt;"],
    ["a link", "[a](http://b)", "\\[a\\](http://b)"],
    ["a table's border", "a|b", "a\\|b"],
    ["code", "`a`", "\\`a\\`"],
    ["a backslash", "a\\|b", "a\\\\\\|b"],
    ["a heading", "# a", "\\# a"],
    ["an item of a list", "- a", "\\- a"],
    ["another item of a list", "+ a", "\\+ a"],
    ["a rule", "---", "\\---"],
    ["a template's placeholder", "{{ a }}", "\\{\\{ a \\}\\}"],
    ["line breaks of any kind", "a\n\nb\r\nc\u2028d", "a b c d"],
    ["control characters", "a\u0000\u001bb", "a b"],
    ["space around", "  a  ", "a"],
    ["a hyphen or number inside", "a - 1. b", "a - 1. b"],
  ])("%s", (_, text, want) => {
    expect(markdown(text)).toBe(want);
  });
});

describe("markdownProse", () => {
  it.each([
    ["code stays code", "Set `to|from` now", "Set `to\\|from` now"],
    ["code that looks like markup", "`*a*` and *b*", "`*a*` and \\*b\\*"],
    ["a lone backtick", "a ` b", "a \\` b"],
    ["empty code", "a `` b", "a \\`\\` b"],
    ["line breaks in code", "`a\nb`", "`a b`"],
    ["HTML beside code", "<b> `<b>`", "\\<b\\> `<b>`"],
  ])("%s", (_, text, want) => {
    expect(markdownProse(text)).toBe(want);
  });
});

describe("code", () => {
  it.each([
    ["plain", "GET /calls", "`GET /calls`"],
    ["pipes", '"a" | "b"', '`"a" \\| "b"`'],
    ["a backtick", "a`b", "`` a`b ``"],
    ["a run of backticks", "a``b`c", "``` a``b`c ```"],
    ["backticks at the ends", "`a`", "`` `a` ``"],
    ["HTML, which code shows as it is", "<b>", "`<b>`"],
    ["line breaks", "a\nb", "`a b`"],
  ])("%s", (_, text, want) => {
    expect(code(text)).toBe(want);
  });
});

describe("table", () => {
  it("has a head, a rule and a line for each row", () => {
    expect(
      table(
        ["A", "B"],
        [
          ["1", "2"],
          ["3", ""],
        ],
      ),
    ).toBe("| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |");
  });

  it("may have no rows", () => {
    expect(table(["A"], [])).toBe("| A |\n| --- |");
  });
});

describe("markdown: what was wrong once", () => {
  it.each([
    ["1. a", "1\\. a"],
    ["12) a", "12\\) a"],
  ])("%s is no item of a numbered list, and shows no backslash", (text, want) => {
    expect(markdown(text)).toBe(want);
  });
});
