import { describe, expect, it } from "vitest";
import { emitWebhooks } from "../../../src/emit/webhooks/emit-webhooks.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

/** The lines without the space before them: how deep a value stands is not what is tested. */
const lines = (text: string) => text.split("\n").map((line) => line.trim());

describe("emitWebhooks", () => {
  it("lists the names of the events, sorted, and by family", () => {
    const files = emitWebhooks(smallModel());
    expect(files.map(({ path }) => path)).toEqual(["webhooks/src/generated/event-names.ts"]);
    expect(lines(textOf(files))).toEqual([
      "/** The names of all events on the wire, sorted. */",
      "export const voiceEventNames = [",
      '"call.answered",',
      '"call.hangup",',
      "] as const;",
      "/** The names of the events by the family that documents them. */",
      "export const voiceEventNamesByFamily = {",
      '"calls": [',
      '"call.answered",',
      '"call.hangup",',
      "],",
      "} as const;",
      "",
    ]);
  });

  it("leaves out a family without events, and quotes a hostile name", () => {
    const specs = smallSpecs(({ slice }) => {
      for (const family of slice.families) family.name = `${family.name}"]`;
    });
    const text = textOf(emitWebhooks(smallModel(specs)));
    expect(text).toContain('"calls\\"]": [');
    expect(text).not.toContain("recordings");
  });
});
