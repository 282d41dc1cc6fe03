import { describe, expect, it } from "vitest";
import { conditionText } from "../../../src/emit/docs/condition-text.ts";
import { en } from "../../../src/emit/docs/words/en.ts";
import { zhCn } from "../../../src/emit/docs/words/zh-cn.ts";
import type { FollowingEvent } from "../../../src/model.ts";

const record = { field: "record", values: ["from-answer"] };
const detection = { field: "detection", values: ["premium", "detect", "words"] };
const stream = { field: "stream_url", values: [] };

describe("conditionText", () => {
  it.each<[string, Partial<FollowingEvent>, string, string]>([
    ["nothing", {}, "", ""],
    ["a field", { when: [stream] }, "only with `stream_url`", "需设置 `stream_url`"],
    ["a value", { when: [record] }, "only with `record: from-answer`", "需设置 `record: from-answer`"],
    ["no", { when: [{ field: "quiet", values: [false] }] }, "only with `quiet: false`", "需设置 `quiet: false`"],
    [
      "values",
      { when: [detection] },
      "only with `detection` (`premium`, `detect` or `words`)",
      "需设置 `detection`（`premium`、`detect` 或 `words`）",
    ],
    [
      "two fields",
      { when: [stream, record] },
      "only with `stream_url` or `record: from-answer`",
      "需设置 `stream_url` 或 `record: from-answer`",
    ],
    ["an occasion", { occasion: "if *that* is so" }, "if \\*that\\* is so", "if \\*that\\* is so"],
    ["both", { when: [stream], occasion: "X" }, "only with `stream_url`, X", "需设置 `stream_url`，X"],
  ])("says in each language: %s", (_, given, english, chinese) => {
    const following = { name: "call.answered", when: [], occasion: "", ...given };
    expect(conditionText(en, following)).toBe(english);
    expect(conditionText(zhCn, following)).toBe(chinese);
  });
});
