import type { CallEvent } from "@telnyx-voice/types";
import { describe, expectTypeOf, it } from "vitest";
import {
  type CallAnsweredEvent,
  type CallEventRecord,
  type CallHangupPayload,
  createWebhookHandler,
  type EventHandlers,
  type EventWildcard,
  isEvent,
  parseCallEvent,
  parseWebhook,
  type ReceivedEvent,
  type ReplayOutcome,
  type UnknownEvent,
  unwrapWebhook,
  type VoiceEventMap,
  type VoiceEventName,
  verifyWebhook,
  type WebhookHandler,
} from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";

declare const event: ReceivedEvent;

describe("a received event", () => {
  it("narrows in a switch, and is unknown in the end", () => {
    switch (event.data.event_type) {
      case "call.hangup":
        expectTypeOf(event.data.payload).toEqualTypeOf<CallHangupPayload>();
        break;
      case "call.answered":
        expectTypeOf(event.data).toEqualTypeOf<CallAnsweredEvent["data"]>();
        break;
      // @ts-expect-error there is no such event
      case "call.answerd":
        break;
    }
    if (isEvent(event, "call.hangup")) expectTypeOf(event).toEqualTypeOf<VoiceEventMap["call.hangup"]>();
    // @ts-expect-error there is no such event
    isEvent(event, "call.hungup");
  });

  it("is what parsing and unwrapping give", () => {
    expectTypeOf(parseWebhook).returns.toEqualTypeOf<ReceivedEvent>();
    expectTypeOf(unwrapWebhook).returns.resolves.toEqualTypeOf<ReceivedEvent>();
  });
});

describe("on", () => {
  it("gives each handler its event", () => {
    type Given = { [Name in VoiceEventName]: Parameters<NonNullable<EventHandlers[Name]>>[0] };
    expectTypeOf<Given>().toEqualTypeOf<{ [Name in VoiceEventName]: VoiceEventMap[Name] }>();
    createWebhookHandler({
      on: {
        "call.hangup": async (hangup, context) => {
          expectTypeOf(hangup).toEqualTypeOf<VoiceEventMap["call.hangup"]>();
          expectTypeOf(context.body).toEqualTypeOf<Uint8Array>();
        },
        "siprec.*": (siprec) => {
          type Siprec = VoiceEventMap["siprec.failed" | "siprec.started" | "siprec.stopped"];
          expectTypeOf(siprec).toEqualTypeOf<Siprec | UnknownEvent>();
        },
        default: (any) => expectTypeOf(any).toEqualTypeOf<ReceivedEvent>(),
      },
    });
  });

  it("knows the wildcards, and no other names", () => {
    expectTypeOf<EventWildcard>().toEqualTypeOf<
      "call.*" | "conference.*" | "dialogflow.*" | "siprec.*" | "streaming.*"
    >();
    // @ts-expect-error there is no such event
    createWebhookHandler({ on: { "call.hungup": () => {} } });
    // @ts-expect-error there are no such events
    createWebhookHandler({ on: { "calls.*": () => {} } });
  });

  it("gives a route that Next.js takes, whose check wants its own context as the second parameter, or unknown", () => {
    expectTypeOf<WebhookHandler>().parameter(1).toBeUnknown();
  });
});

describe("buildEvent", () => {
  it("gives the event of that name, and takes its fields alone", () => {
    expectTypeOf(buildEvent("call.hangup")).toEqualTypeOf<VoiceEventMap["call.hangup"]>();
    buildEvent("call.hangup", { payload: { hangup_cause: "timeout" } });
    buildEvent("call.answered", { payload: { client_state: null } });
    // @ts-expect-error a cause is a text
    buildEvent("call.hangup", { payload: { hangup_cause: 7 } });
    // @ts-expect-error there is no such field
    buildEvent("call.hangup", { payload: { hangup_reason: "timeout" } });
    // @ts-expect-error there is no such event
    buildEvent("call.hungup");
  });
});

describe("a call event", () => {
  it("may be any item of the list, and gives an event", () => {
    expectTypeOf<CallEvent>().toExtend<CallEventRecord>();
    expectTypeOf(parseCallEvent).returns.toEqualTypeOf<ReceivedEvent>();
    const handle = createWebhookHandler({ on: {} });
    expectTypeOf(handle).toExtend<WebhookHandler>();
    expectTypeOf(handle.replay).returns.resolves.toEqualTypeOf<ReplayOutcome>();
    expectTypeOf<NonNullable<CallEvent["metadata"]["event"]>["event_type"]>().toEqualTypeOf<string | undefined>();
    // @ts-expect-error what was delivered is no call event
    parseCallEvent(event);
  });
});

describe("verifyWebhook", () => {
  it("takes no parsed body", () => {
    // @ts-expect-error a parsed body cannot be verified
    verifyWebhook({ body: { data: {} }, headers: {} });
  });
});
