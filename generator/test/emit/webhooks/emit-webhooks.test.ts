import { describe, expect, it } from "vitest";
import { emitWebhooks } from "../../../src/emit/webhooks/emit-webhooks.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

/** The lines without the space before them: how deep a value stands is not what is tested. */
const lines = (text: string) => text.split("\n").map((line) => line.trim());

describe("emitWebhooks", () => {
  it("lists the names of the events, sorted, and by family", () => {
    const files = emitWebhooks(smallModel());
    expect(files.map(({ path }) => path)).toEqual([
      "webhooks/src/generated/event-names.ts",
      "webhooks/src/generated/event-names-of-v1.ts",
      "webhooks/src/generated/event-examples.ts",
      "webhooks/src/generated/texml-conditions.ts",
      "webhooks/src/generated/texml-examples.ts",
    ]);
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

  it("leads from the names of API v1 to those of the events that there are", () => {
    const source = { kind: "page", at: "example.com/v1" } as const;
    const hostile = JSON.parse('{ "__proto__": { "event": "call.hangup" } }');
    const specs = smallSpecs(({ v1Events }) => {
      Object.assign(v1Events, {
        call_hangup: { event: "call.hangup", source },
        answered: { event: "call.answered", source },
        gone: { event: "call.gone", source },
      });
      Object.defineProperty(v1Events, "__proto__", Object.getOwnPropertyDescriptor(hostile, "__proto__") ?? {});
    });
    const text = textOf(emitWebhooks(smallModel(specs)), "webhooks/src/generated/event-names-of-v1.ts");
    expect(lines(text)).toEqual([
      "/** The names of events by what API v1 calls them. */",
      "export const eventNamesOfV1: Readonly<Record<string, string>> = {",
      '["__proto__"]: "call.hangup",',
      'answered: "call.answered",',
      'call_hangup: "call.hangup",',
      "};",
      "",
    ]);
  });

  it("holds a delivery of each event", () => {
    const text = textOf(emitWebhooks(smallModel()), "webhooks/src/generated/event-examples.ts");
    expect(text).toContain("export const eventExamples: Readonly<Record<VoiceEventName, unknown>> = {");
    expect(lines(text)).toEqual(expect.arrayContaining(['"call.answered": {', 'event_type: "call.hangup",']));
  });
});
