import { describe, expect, it } from "vitest";
import { eventsFile } from "../../../src/emit/types/events-file.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

describe("eventsFile", () => {
  it("names each event and its payload, and maps them by name and by family", () => {
    const file = eventsFile(smallModel());
    expect(file.path).toBe("types/src/generated/events.ts");
    expect(textOf([file])).toBe(`import type { components } from "./openapi.ts";
/** The event \`call.answered\`. A call was taken. */
export type CallAnsweredEvent = components["schemas"]["CallAnswered"];
/** The payload of \`call.answered\`. */
export type CallAnsweredPayload = components["schemas"]["CallAnswered"]["data"]["payload"];
/** The event \`call.hangup\`. A call is over. */
export type CallHangupEvent = components["schemas"]["CallEnded"];
/** The payload of \`call.hangup\`. */
export type CallHangupPayload = components["schemas"]["CallEnded"]["data"]["payload"];

/** The events by their name on the wire. */
export interface VoiceEventMap {
  /** A call was taken */
  "call.answered": CallAnsweredEvent;
  /** A call is over */
  "call.hangup": CallHangupEvent;
}

/** The name of an event on the wire. */
export type VoiceEventName = keyof VoiceEventMap;
/** Any event. Narrows on \`event.data.event_type\`. */
export type VoiceEvent = VoiceEventMap[VoiceEventName];

/** The events by the family that documents them. */
export interface VoiceEventFamilyMap {
  /** Calls, made and taken */
  "calls": CallAnsweredEvent | CallHangupEvent;
}

/** A family that has events. */
export type VoiceEventFamily = keyof VoiceEventFamilyMap;
`);
  });

  it("has a family of its own for each that has events, in the order of the slice", () => {
    const specs = smallSpecs(({ slice }) => {
      const [calls, recordings] = slice.families;
      if (recordings) recordings.events = ["call.hangup"];
      slice.families = [recordings, calls].filter((family) => family !== undefined);
    });
    expect(textOf([eventsFile(smallModel(specs))])).toContain(`export interface VoiceEventFamilyMap {
  /** What was said */
  "recordings": CallHangupEvent;
  /** Calls, made and taken */
  "calls": CallAnsweredEvent;
}`);
  });

  it("says nothing where there is no text, and puts a description below the summary", () => {
    const specs = smallSpecs(({ wordings }) => {
      const [wording] = wordings;
      if (wording) wording.events = { "call.answered": { summary: "Taken", description: "By */ a person." } };
    });
    const text = textOf([eventsFile(smallModel(specs))]);
    expect(text).toContain("/**\n * The event `call.answered`. Taken.\n *\n * By *\u200b/ a person.\n */\n");
    expect(text).toContain("/** The event `call.hangup`. */\n");
    expect(text).toContain('  "call.answered": CallAnsweredEvent;\n  "call.hangup": CallHangupEvent;\n');
  });

  it("gives an event the envelope that its schema leaves open", () => {
    const model = smallModel();
    const events = model.events.map((event, index) => ({ ...event, isEnvelopeRequired: index > 0 }));
    const text = textOf([eventsFile({ ...model, events })]);
    expect(text).toContain(
      "type Delivered<Event extends { data?: { payload?: unknown } }, Name extends string> = Event & {",
    );
    expect(text).toMatch(/CallAnsweredEvent = Delivered<components\["schemas"\].+, "call\.answered">;/);
    expect(text).toContain('CallAnsweredPayload = CallAnsweredEvent["data"]["payload"];');
    expect(text).not.toContain('"call.hangup">');
    expect(textOf([eventsFile(model)])).not.toContain("Delivered");
  });
});
