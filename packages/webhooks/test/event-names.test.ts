import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import { type VoiceEventName, voiceEventNames, voiceEventNamesByFamily } from "../src/index.ts";

const names: { events: Record<string, { event: string }> } = JSON.parse(
  readFileSync(new URL("../../../specs/names.json", import.meta.url), "utf8"),
);

describe("event names", () => {
  it("are all of the contract's, sorted", () => {
    expect(voiceEventNames).toEqual(
      Object.values(names.events)
        .map(({ event }) => event)
        .sort(),
    );
  });

  it("are those of the types", () => {
    expectTypeOf<(typeof voiceEventNames)[number]>().toEqualTypeOf<VoiceEventName>();
  });

  it("belong to one family each", () => {
    expect(Object.values(voiceEventNamesByFamily).flat().sort()).toEqual([...voiceEventNames]);
  });
});
