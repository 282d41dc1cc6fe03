import { describe, expect, it } from "vitest";
import { declareTypes } from "../../../src/emit/types/declare-types.ts";
import { eventsFile } from "../../../src/emit/types/events-file.ts";
import type { Model } from "../../../src/model.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

const fileOf = (model: Model) => eventsFile(model, declareTypes(model));

describe("eventsFile", () => {
  it("names each event and its payload, and maps them by name and by family", () => {
    const file = fileOf(smallModel());
    expect(file.path).toBe("types/src/generated/events.ts");
    expect(textOf([file])).toBe(`/** The event \`call.answered\`. A call was taken. */
export type CallAnsweredEvent = {
    data: {
        /** \`call.answered\`: A call was taken. */
        event_type: "call.answered";
        /** Format: uuid */
        id: string;
        record_type: "event";
        payload: CallAnsweredPayload;
    };
    meta?: Record<string, unknown>;
};
/** The payload of \`call.answered\`. */
export type CallAnsweredPayload = {
    /** The id of the call */
    call_id?: string;
};
/** The event \`call.hangup\`. A call is over. */
export type CallHangupEvent = {
    data: {
        /** \`call.hangup\`: A call is over. */
        event_type: "call.hangup";
        /** Format: uuid */
        id: string;
        record_type: "event";
        payload: CallHangupPayload;
    };
    meta?: Record<string, unknown>;
};
/** The payload of \`call.hangup\`. */
export type CallHangupPayload = {
    cause?: string;
};

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

/** The events by the first part of their names, with a star for the others. */
export interface VoiceEventWildcardMap {
  /** Any event whose name begins with \`call.\`. */
  "call.*": CallAnsweredEvent | CallHangupEvent;
}

/** What stands for all events whose names begin alike. */
export type VoiceEventWildcard = keyof VoiceEventWildcardMap;

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
    expect(textOf([fileOf(smallModel(specs))])).toContain(`export interface VoiceEventFamilyMap {
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
    const text = textOf([fileOf(smallModel(specs))]);
    expect(text).toContain("/**\n * The event `call.answered`. Taken.\n *\n * By *\u200b/ a person.\n */\n");
    expect(text).toContain("/** The event `call.hangup`. */\n");
    expect(text).toContain('  "call.answered": CallAnsweredEvent;\n  "call.hangup": CallHangupEvent;\n');
  });

  it("gives an event the envelope that its schema leaves open", () => {
    const model = smallModel();
    const events = model.events.map((event, index) => ({ ...event, isEnvelopeRequired: index > 0 }));
    const text = textOf([fileOf({ ...model, events })]);
    expect(text).toContain(
      "type Delivered<Event extends { data?: { payload?: unknown } }, Name extends string> = Event & {",
    );
    expect(text).toContain('CallAnsweredEvent = Delivered<CallAnswered, "call.answered">;');
    expect(text).toContain("export type CallAnswered = {");
    expect(text).toContain("export type CallAnsweredPayload = {");
    expect(text).not.toContain('"call.hangup">');
    expect(textOf([fileOf(model)])).not.toContain("Delivered");
  });

  it("has all that an event consists of, so that who reads events reads no other file", () => {
    const change = ({ contract }: ReturnType<typeof smallSpecs>) => {
      const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
      const event = contract.components?.schemas?.["CallAnswered"] as { properties: object };
      Object.assign(event.properties, { meta: to("Meta") });
      Object.assign(contract.components?.schemas ?? {}, {
        Meta: { type: "object", properties: { headers: { type: "array", items: to("Header") } } },
        Header: { type: "object", properties: { name: { type: "string" } } },
      });
    };
    const text = textOf([fileOf(smallModel(smallSpecs(change as never)))]);
    expect(text).toContain("    meta?: Meta;");
    expect(text).toContain("export type Meta = {\n    headers?: Header[];");
    expect(text).toContain("export type Header = {");
    expect(text).not.toContain("import ");
  });

  it("reads a payload behind a choice by the way that leads to it", () => {
    const change = ({ contract }: ReturnType<typeof smallSpecs>) => {
      const schemas = contract.components?.schemas ?? {};
      const { properties, ...rest } = schemas["CallAnswered"] as { properties: { data: object } };
      Object.assign(schemas, {
        CallAnswered: {
          ...rest,
          properties: { ...properties, data: { allOf: [{ type: "object" }, properties.data] } },
        },
      });
    };
    const text = textOf([fileOf(smallModel(smallSpecs(change as never)))]);
    expect(text).toContain('CallAnsweredPayload = CallAnsweredEvent["data"]["payload"];');
    expect(text).not.toContain("import ");
  });
});
