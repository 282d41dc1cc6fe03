import { describe, expect, it } from "vitest";
import { en } from "../../../../src/emit/docs/words/en.ts";
import { wordsOf } from "../../../../src/emit/docs/words/words-of.ts";
import { zhCn } from "../../../../src/emit/docs/words/zh-cn.ts";

describe("wordsOf", () => {
  it.each([
    ["en", en],
    ["zh-CN", zhCn],
    ["zh-cn", zhCn],
    ["fr", en],
    ["constructor", en],
  ])("has words for %s", (language, want) => {
    expect(wordsOf(language)).toBe(want);
  });
});
