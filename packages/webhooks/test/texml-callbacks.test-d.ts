import { describe, expectTypeOf, it } from "vitest";
import {
  createWebhookHandler,
  parseTexmlCallback,
  type ReceivedTexmlCallback,
  type TexmlCallbackMap,
  type TexmlGatherCallback,
  type TexmlHandlers,
  type TexmlRecordingCompletedCallback,
  type UnknownTexmlCallback,
} from "../src/index.ts";
import { buildTexmlCallback } from "../src/testing/index.ts";

declare const callback: ReceivedTexmlCallback;

describe("a TeXML callback", () => {
  it("narrows on its kind, and is unknown in the end", () => {
    switch (callback.kind) {
      case "recording-completed":
        expectTypeOf(callback).toEqualTypeOf<TexmlRecordingCompletedCallback>();
        expectTypeOf(callback.RecordingSid).toEqualTypeOf<string>();
        expectTypeOf(callback.RecordingUrl).toEqualTypeOf<string | undefined>();
        break;
      case "call-answered":
        expectTypeOf(callback.CallStatus).toEqualTypeOf<"in-progress" | "answered">();
        expectTypeOf(callback.SequenceNumber).toEqualTypeOf<string>();
        break;
      case "call-completed":
        // The request of a Dial is told by its DialCallStatus, whatever the call itself is in.
        expectTypeOf<"completed" | "in-progress">().toExtend<typeof callback.CallStatus>();
        break;
      case "unknown":
        expectTypeOf(callback).toEqualTypeOf<UnknownTexmlCallback>();
        break;
      // @ts-expect-error there is no such kind
      case "recording-complete":
        break;
    }
  });

  it("still is what it was: fields by their names, each a text or not there", () => {
    const { CallSid, CallStatus } = parseTexmlCallback("");
    expectTypeOf(CallSid).toEqualTypeOf<string | undefined>();
    expectTypeOf(CallStatus).toEqualTypeOf<string | undefined>();
    expectTypeOf(callback).toExtend<Record<string, string | undefined>>();
  });
});

describe("texml", () => {
  it("gives each handler its callback, and asks for a document where Telnyx does", () => {
    createWebhookHandler({
      texml: {
        gather: (gather) => {
          expectTypeOf(gather).toEqualTypeOf<TexmlGatherCallback>();
          return "<Response/>";
        },
        "call-completed": async (completed) => {
          expectTypeOf(completed).toEqualTypeOf<TexmlCallbackMap["call-completed"]>();
        },
        default: (any) => expectTypeOf(any).toEqualTypeOf<ReceivedTexmlCallback>(),
      },
    });
    // @ts-expect-error the call would fail without a document
    ({ "instruction-fetch": () => {} }) satisfies TexmlHandlers;
    // @ts-expect-error there is no such kind
    ({ hangup: () => {} }) satisfies TexmlHandlers;
  });
});

describe("buildTexmlCallback", () => {
  it("takes the values that a field has, and fields of one's own", () => {
    expectTypeOf(buildTexmlCallback("http-request", { "contact.name": "Ada" })).toEqualTypeOf<string>();
    // @ts-expect-error no call that is answered has this status
    buildTexmlCallback("call-answered", { CallStatus: "ringing" });
    // @ts-expect-error there is no such kind
    buildTexmlCallback("hangup");
  });
});
