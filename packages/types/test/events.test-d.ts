import { describe, expectTypeOf, it } from "vitest";
import type {
  CallAnsweredEvent,
  CallDequeuedEvent,
  CallHangupPayload,
  ConferenceFloorChangedPayload,
  VoiceEvent,
  VoiceEventFamilyMap,
  VoiceEventMap,
  VoiceEventName,
} from "../src/index.ts";

describe("events", () => {
  it("narrow by name in a switch", () => {
    const handle = (event: VoiceEvent) => {
      switch (event.data.event_type) {
        case "call.answered":
          expectTypeOf(event.data.payload).toEqualTypeOf<CallAnsweredEvent["data"]["payload"]>();
          return event.data.payload.call_control_id;
        case "call.hangup":
          expectTypeOf(event.data.payload).toEqualTypeOf<CallHangupPayload>();
          return event.data.payload.hangup_cause;
        case "conference.floor.changed":
          expectTypeOf(event.data.payload).toEqualTypeOf<ConferenceFloorChangedPayload>();
          return event.data.payload.conference_id;
        // @ts-expect-error there is no such event
        case "call.answerd":
          return undefined;
        default:
          return undefined;
      }
    };
    expectTypeOf(handle).returns.toEqualTypeOf<string | undefined>();
  });

  it("bear, each of them, the name that the map gives", () => {
    type Named = { [Name in VoiceEventName]: VoiceEventMap[Name]["data"]["event_type"] };
    expectTypeOf<Named>().toEqualTypeOf<{ [Name in VoiceEventName]: Name }>();
  });

  it("have, each of them, an id, a record type and a payload that are always there", () => {
    type Always = Pick<VoiceEvent["data"], "id" | "record_type">;
    expectTypeOf<Always>().toEqualTypeOf<{ id: string; record_type: "event" }>();
    expectTypeOf<Extract<VoiceEvent["data"], { payload?: undefined }>>().toBeNever();
  });

  it("tell of their delivery, where that is known", () => {
    expectTypeOf<VoiceEvent["meta"]>().toEqualTypeOf<{ attempt: number; delivered_to: string } | undefined>();
  });

  it("go by the name on the wire, not by the key of the webhook", () => {
    expectTypeOf<VoiceEventMap["call.dequeued"]>().toEqualTypeOf<CallDequeuedEvent>();
    // @ts-expect-error the contract's key is not a name on the wire
    expectTypeOf<VoiceEventMap["callLeftQueue"]>().toBeNever();
  });

  it("belong to families that together hold them all", () => {
    expectTypeOf<VoiceEventFamilyMap[keyof VoiceEventFamilyMap]>().toEqualTypeOf<VoiceEvent>();
  });
});
