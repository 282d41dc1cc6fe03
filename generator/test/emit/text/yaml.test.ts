import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { yamlText } from "../../../src/emit/text/yaml.ts";

describe("yamlText", () => {
  it.each([
    ["plain text", "Place calls"],
    ["what looks like another type", "null"],
    ["a key", "a: b"],
    ["a comment", "a # b"],
    ["quotes and backslashes", `"a' \\ "`],
    ["a document's end", "---\nname: evil\n..."],
    ["line breaks of any kind", "a\r\nb\u0085c\u2028d\u2029e"],
    ["control characters", "\u0000\u001b\u007f\u009f\ufeff\uffff"],
    ["other scripts", "电话 📞"],
  ])("keeps %s", (_, text) => {
    const line = yamlText(text);
    expect(load(`a: ${line}\nb: 1\n`)).toEqual({ a: text, b: 1 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\uffff]/);
  });

  it("mends halves of characters, which YAML does not know", () => {
    expect(yamlText("a\ud83d")).toBe('"a\ufffd"');
  });
});
