import type { TranscriptionStartRequest } from "@telnyx-voice/types";
import { describe, expectTypeOf, it } from "vitest";
import type { TelnyxVoice } from "../src/index.ts";

declare const client: TelnyxVoice;
const [other, queue, room] = ["v3:other", "support", "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"];

describe("what a call is bridged with", () => {
  it("is another call, the first of a queue, or a video room", () => {
    client.calls.actions.bridge("v3:abc", { call_control_id: other });
    client.calls.actions.bridge("v3:abc", { queue: "support" });
    client.calls.actions.bridge("v3:abc", { video_room_id: room });
    client.calls.actions.bridge("v3:abc", { video_room_id: room, video_room_context: "Ada" });
    client.calls.actions.bridge("v3:abc", { queue, play_ringtone: true, park_after_unbridge: "self" });
  });

  it("is one of them", () => {
    // @ts-expect-error a body
    client.calls.actions.bridge("v3:abc");
    // @ts-expect-error one of the three
    client.calls.actions.bridge("v3:abc", {});
    // @ts-expect-error one of the three
    client.calls.actions.bridge("v3:abc", { play_ringtone: true });
    // @ts-expect-error two of the three
    client.calls.actions.bridge("v3:abc", { call_control_id: other, queue });
    // @ts-expect-error two of the three
    client.calls.actions.bridge("v3:abc", { call_control_id: other, video_room_id: room });
    // @ts-expect-error two of the three
    client.calls.actions.bridge("v3:abc", { queue, video_room_id: room });
    // @ts-expect-error all three
    client.calls.actions.bridge("v3:abc", { call_control_id: other, queue, video_room_id: room });
  });

  it("has a context where it is a video room", () => {
    // @ts-expect-error the context of a room
    client.calls.actions.bridge("v3:abc", { call_control_id: other, video_room_context: "Ada" });
    // @ts-expect-error the context of a room
    client.calls.actions.bridge("v3:abc", { queue, video_room_context: "Ada" });
    // @ts-expect-error the room
    client.calls.actions.bridge("v3:abc", { video_room_context: "Ada" });
  });
});

describe("where a conversation relay leads", () => {
  it("is said in one of three ways", () => {
    client.calls.actions.startConversationRelay("v3:abc", { url: "wss://example.com" });
    client.calls.actions.startConversationRelay("v3:abc", { conversation_relay_url: "wss://example.com" });
    client.calls.actions.startConversationRelay("v3:abc", {
      conversation_relay_settings: { url: "wss://example.com" },
      url: "wss://example.com",
    });
    // @ts-expect-error a body
    client.calls.actions.startConversationRelay("v3:abc");
    // @ts-expect-error one of the three
    client.calls.actions.startConversationRelay("v3:abc", { greeting: "Hello" });
  });
});

describe("the order of a list", () => {
  it("is reversed by a minus sign", () => {
    client.callControlApplications.list({ sort: "connection_name" });
    client.callControlApplications.list({ sort: "-connection_name" });
    client.callControlApplications.list({ sort: "-created_at" });
    client.callControlApplications.list({ sort: "-active" });
    client.texmlApplications.list({ sort: "-friendly_name" });
    client.texmlApplications.list({ sort: "-created_at" });
    client.texmlApplications.list({ sort: "-active" });
    // @ts-expect-error a field of the other list
    client.texmlApplications.list({ sort: "-connection_name" });
    // @ts-expect-error one minus sign
    client.callControlApplications.list({ sort: "--created_at" });
  });
});

describe("the settings of a transcription engine", () => {
  type Settings = NonNullable<TranscriptionStartRequest["transcription_engine_config"]>;

  it("may leave out the engine, which stands beside them", () => {
    client.calls.actions.startTranscription("v3:abc", {
      transcription_engine: "Google",
      transcription_engine_config: { language: "en", interim_results: true },
    });
    client.calls.actions.startTranscription("v3:abc", { transcription_engine_config: {} });
    // Settings of Azure name the engine and its region.
    expectTypeOf<{ transcription_engine: "Azure" }>().not.toExtend<Settings>();
  });

  it("are told apart by the engine where it is there", () => {
    const settings = {} as Settings;
    if (settings.transcription_engine === "Azure") expectTypeOf(settings).toHaveProperty("region");
    if (settings.transcription_engine === "Google") {
      expectTypeOf(settings).toHaveProperty("use_enhanced");
      expectTypeOf(settings).not.toHaveProperty("region");
    }
  });
});
