import { describe, expect, it } from "vitest";
import { type EventHandlers, parseWebhook, type VoiceEventName } from "../src/index.ts";
import { fixture } from "./webhook-fixture.ts";

/** What API v1 calls the events, as its pages and Telnyx's own programs for it have them. */
const names: Record<string, VoiceEventName> = {
  call_initiated: "call.initiated",
  call_answered: "call.answered",
  call_bridged: "call.bridged",
  call_hangup: "call.hangup",
  conference_created: "conference.created",
  conference_join: "conference.participant.joined",
  conference_leave: "conference.participant.left",
  speak_started: "call.speak.started",
  speak_ended: "call.speak.ended",
  playback_started: "call.playback.started",
  playback_ended: "call.playback.ended",
  gather_ended: "call.gather.ended",
  dtmf: "call.dtmf.received",
  recording_saved: "call.recording.saved",
};

/** A delivery of API v1: without an envelope, and with `created_at`. */
const delivery = (event_type: string) => ({
  record_type: "event",
  id: `id of ${event_type}`,
  event_type,
  created_at: "2018-02-02T22:25:27.521992Z",
  payload: { call_control_id: "v2:1", from: "+13125550100" },
});

describe.each(Object.entries(names))("%s of API v1", (v1, v2) => {
  it("reaches the handler of its name", async () => {
    const seen: unknown[] = [];
    const on = {
      [v2]: (event: unknown) => seen.push(event),
      "call.*": () => expect.unreachable(),
      "conference.*": () => expect.unreachable(),
      default: () => expect.unreachable(),
    } as EventHandlers;
    expect(await fixture({ on }).status(delivery(v1))).toBe(200);
    const { created_at: occurred_at, ...fields } = delivery(v1);
    expect(seen).toEqual([{ data: { ...fields, event_type: v2, occurred_at } }]);
  });

  it("reaches the handler of its family", async () => {
    const seen: string[] = [];
    const note = ({ data }: { data: { event_type: string } }) => seen.push(data.event_type);
    const on: EventHandlers = { "call.*": note, "conference.*": note, default: () => expect.unreachable() };
    expect(await fixture({ on }).status(delivery(v1))).toBe(200);
    expect(seen).toEqual([v2]);
  });

  it("has the name of v2 in its envelope and in a query, too", () => {
    expect(parseWebhook(JSON.stringify({ data: delivery(v1) })).data.event_type).toBe(v2);
    expect(parseWebhook(`event_type=${v1}&id=1&payload[from]=1`).data.event_type).toBe(v2);
  });
});

describe("a name that nobody saw in API v1", () => {
  it.each(["call_speak_ended", "call_recording_saved", "fork_started", "conversation_insight_result", "constructor"])(
    "stays as it came: %s",
    async (name) => {
      const seen: string[] = [];
      const on: EventHandlers = {
        "call.*": () => expect.unreachable(),
        default: ({ data }) => seen.push(data.event_type),
      };
      expect(await fixture({ on }).status(delivery(name))).toBe(200);
      expect(seen).toEqual([name]);
    },
  );
});
