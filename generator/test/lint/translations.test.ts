import { describe, expect, it } from "vitest";
import { translations } from "../../src/lint/translations.ts";
import type { Wording } from "../../src/specs.ts";
import { smallModel, smallSpecs } from "../small-specs.ts";

const empty = { families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };

/** What is found in a translation, as code, pointer and message. */
function found(english: Partial<Wording>, translation: Partial<Wording>): string[] {
  const wordings = [
    { language: "en", ...empty, ...english },
    { language: "xx", ...empty, ...translation },
  ];
  return [...translations(smallModel(), { wordings })].map(({ code, file, pointer, message, severity }) => {
    expect([file, severity]).toEqual(["specs/wording/xx.yaml", "debt"]);
    return `${code} ${pointer} ${message}`;
  });
}

describe("translations: texts", () => {
  const texts = { a: { summary: "One", description: "More" } };

  it("are content without a translation, or without any wording", () => {
    expect([...translations(smallModel(), smallSpecs())]).toEqual([]);
    expect([...translations(smallModel(), { wordings: [] })]).toEqual([]);
  });

  it("are content where each has its translation, and where a translation has more", () => {
    const all = { families: texts, operations: texts, events: texts, glossary: { to: "Number" } };
    const more = { ...all, overrides: { "A.to": "Number" } };
    expect(found(all, more)).toEqual([]);
  });

  it("miss a family, a description and an override", () => {
    const english = { families: texts, operations: texts, events: texts, overrides: { "A.to": "Number" } };
    expect(found(english, { operations: { a: { summary: "Eins" } } })).toEqual([
      "wording-missing #/families/a a has no text, in English it has.",
      "wording-missing #/operations/a/description description has no text, in English it has.",
      "wording-missing #/overrides/A.to A.to has no text, in English it has.",
    ]);
  });

  it("look at the occasions of triggers too", () => {
    const english = { occasions: { a: "with `x`", b: "with `y`" } };
    expect(found(english, { occasions: { a: "mit `x`", b: "mit x" } })).toEqual([
      "wording-name #/occasions/b The name `y` of the English text is missing.",
    ]);
    expect(found(english, {})).toEqual([]);
  });

  it("leave to others what has no text at all", () => {
    expect(found({ operations: texts, events: texts, glossary: { to: "Number" } }, {})).toEqual([]);
  });
});

describe("translations: names", () => {
  it.each([
    ["that both have", "With `a`, not `b`.", "`b`没有，`a`有。", []],
    ["that the translation has alone", "None.", "`a`", []],
    [
      "that is lost",
      "With `a` and `a`.",
      "有a。",
      ["wording-name #/glossary/x The name `a` of the English text is missing."],
    ],
    [
      "that is part of another",
      "`a`",
      "`a.b`",
      ["wording-name #/glossary/x The name `a` of the English text is missing."],
    ],
  ])("%s", (_, source, text, want) => {
    expect(found({ glossary: { x: source } }, { glossary: { x: text } })).toEqual(want);
  });
});

describe("translations: terms", () => {
  const terms = { leg: ["支路"], "call control": ["呼叫控制"], queue: ["队列", "入队"] };
  const owed = (term: string, allowed: string) =>
    `wording-term #/glossary/x The English text has "${term}", the translation has no ${allowed}.`;
  it.each([
    ["as agreed", "Leg of a call.", "通话的支路。", []],
    ["in the plural", "The legs.", "各支路。", []],
    ["by one of several words", "It enters the queue.", "入队。", []],
    ["otherwise than agreed", "The legs.", "线路。", [owed("leg", "支路")]],
    ["of two words", "Call Control alone.", "控制。", [owed("call control", "呼叫控制")]],
    ["by none of several words", "A queue.", "排队。", [owed("queue", "队列 or 入队")]],
    ["as part of a word", "A legend of legging, pre-leg.", "传说。", []],
    ["as code", "With `leg` alone: ``.", "`leg`", []],
    ["as code in the translation", "The leg `支路`.", "`支路`", [owed("leg", "支路")]],
  ])("%s", (_, source, text, want) => {
    const all = "leg, call control, queue";
    const english = { glossary: { x: source, all } };
    const diagnostics = found(english, { glossary: { x: text, all: "支路、呼叫控制、队列" }, terms });
    expect(diagnostics).toEqual(want);
  });

  it("report a term that no text has, whatever is in it", () => {
    expect(found({}, { terms: { "a (b": ["c"] } })).toEqual([
      "wording-unused #/terms/a (b No English text has the term a (b.",
    ]);
  });
});
