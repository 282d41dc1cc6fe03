import { describe, expect, it } from "vitest";
import { occasions } from "../../src/lint/occasions.ts";
import type { Triggers } from "../../src/specs.ts";
import { smallModel } from "../small-specs.ts";

const empty = { families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };

/** What is found where English and another language have texts for some occasions. */
function found(triggers: Triggers, english: Record<string, string>, other?: Record<string, string>) {
  const wordings = [
    { language: "en", ...empty, occasions: english },
    { language: "xx", ...empty, ...(other && { occasions: other }) },
  ];
  return [...occasions(smallModel(), { triggers, wordings })].map(({ code, file, pointer, message }) => {
    return `${code} ${file} ${pointer} ${message}`;
  });
}

const triggers: Triggers = { DialCall: ["call.hangup", { event: "call.answered", occasion: "busy" }, { event: "a" }] };

describe("occasions", () => {
  it("are content where each has its text in each language, and where there is none", () => {
    expect(found(triggers, { busy: "if it is busy" }, { busy: "wenn besetzt ist" })).toEqual([]);
    expect(found({ DialCall: ["call.hangup"] }, {})).toEqual([]);
  });

  it("are owed in each language", () => {
    expect(found(triggers, {})).toEqual([
      "wording-missing specs/wording/en.yaml #/occasions/busy The occasion busy has no text.",
      "wording-missing specs/wording/xx.yaml #/occasions/busy The occasion busy has no text.",
    ]);
  });

  it("are too many where no trigger has them", () => {
    const texts = { busy: "if it is busy", constructor: "if it is built" };
    expect(found(triggers, texts, { busy: "x" })).toEqual([
      "wording-unused specs/wording/en.yaml #/occasions/constructor No trigger has the occasion constructor.",
    ]);
  });
});
