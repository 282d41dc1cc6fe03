import { describe, expect, it } from "vitest";
import { errorTexts } from "../../src/lint/error-texts.ts";
import { translations } from "../../src/lint/translations.ts";
import type { Text } from "../../src/specs.ts";
import { smallModel, smallSpecs, smallWording } from "../small-specs.ts";

const at = (...statuses: string[]) =>
  statuses.map((status) => ({ status, operations: ["*"], source: { kind: "page", at: "p" } as const }));
const text: Text = { summary: "The call has ended", description: "Let `it` pass." };

/** The specs of two codes whose texts in English and in Chinese are these. */
function specsOf(english: Readonly<Record<string, Text>>, chinese: Readonly<Record<string, Text>>) {
  return smallSpecs((draft) => {
    draft.errors = {
      "10011": { name: "tooManyRequests", at: at("422", "429") },
      "90018": { name: "callEnded", at: at("422") },
    };
    draft.wordings = [
      { ...smallWording, errors: english },
      { ...smallWording, language: "zh-CN", errors: chinese },
    ] as never;
  });
}

const found = (...texts: Parameters<typeof specsOf>) =>
  [...errorTexts(smallModel(), specsOf(...texts))].map(({ code, message, file }) => [code, message, file]);

describe("errorTexts", () => {
  const whole = { "10011": text, "10011 422": text, "90018": text };

  it("is content where each code has a text in each language", () => {
    expect(found(whole, whole)).toEqual([]);
    expect(found({ "10011 422": text, "10011 429": text, "90018": text }, whole)).toEqual([]);
  });

  it("reports codes without a text, and texts of what is no code", () => {
    const [en, zh] = ["specs/wording/en.yaml", "specs/wording/zh-CN.yaml"];
    expect(found({ "10011 422": text, "90018": text }, { ...whole, "90018 404": text, "4": text })).toEqual([
      ["wording-missing", "10011 has no text.", en],
      ["wording-unused", "specs/errors.yaml has no 4.", zh],
      ["wording-unused", "specs/errors.yaml has no 90018 404.", zh],
    ]);
  });

  it("leaves to the rule of translations what a text has to keep, and what stands under one status alone", () => {
    const bare = { summary: "通话已结束", description: "可以忽略。" };
    const diagnostics = translations(smallModel(), specsOf(whole, { "10011": text, "90018": bare }));
    expect([...diagnostics].map(({ code, pointer }) => [code, pointer])).toEqual([
      ["wording-name", "#/errors/90018/description"],
      ["wording-missing", "#/errors/10011 422"],
    ]);
  });
});
