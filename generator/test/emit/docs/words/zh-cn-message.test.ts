import { describe, expect, it } from "vitest";
import { phrases } from "../../../../src/diff/phrases.ts";
import { zhCnMessage } from "../../../../src/emit/docs/words/zh-cn-message.ts";

/** A phrase with values that occur nowhere else. */
function filled(phrase: string, it: string): string {
  return phrase.replaceAll("{it}", it).replaceAll("{before}", "BEFORE, 1").replaceAll("{after}", "AFTER 2");
}

describe("zhCnMessage", () => {
  it.each(Object.values(phrases))("says in Chinese: %s", (phrase) => {
    for (const place of ["`a.b[]`", "the value"]) {
      const chinese = zhCnMessage(filled(phrase, place)) ?? "";
      expect(chinese).toMatch(/\p{Script=Han}/u);
      for (const [mark, text] of Object.entries({ "{it}": place, "{before}": "BEFORE, 1", "{after}": "AFTER 2" })) {
        expect(chinese.includes(text.replace("the value", "该值")), mark).toBe(phrase.includes(mark));
      }
      expect(chinese.replace(/`a\.b\[\]`|BEFORE, 1|AFTER 2|operationId|TypeScript|Webhook|null/g, "")).not.toMatch(
        /[A-Za-z]/,
      );
    }
  });

  it("tells apart what is nearly the same", () => {
    const all = Object.values(phrases).map((phrase) => zhCnMessage(filled(phrase, "`a`")));
    // Fields of bodies and the command id are told alike.
    expect(new Set(all).size).toBe(new Set(Object.values(phrases)).size);
  });

  it("passes over what the diff does not say", () => {
    expect(zhCnMessage("`a` `b` was added")).toBeUndefined();
    expect(zhCnMessage("something happened")).toBeUndefined();
  });
});
