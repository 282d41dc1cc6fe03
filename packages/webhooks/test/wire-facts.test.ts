import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { voiceEventNames } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";

interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const path = createRequire(import.meta.url).resolve("@telnyx-voice/types/openapi.json");
const { schemas } = JSON.parse(readFileSync(path, "utf8")).components as { schemas: Readonly<Record<string, Schema>> };

/** The payloads by the names of their events. */
const payloads = new Map(
  Object.values(schemas).flatMap(({ properties = {} }): [string, Schema][] => {
    const [name] = properties["event_type"]?.enum ?? [];
    return name === undefined || properties["payload"] === undefined ? [] : [[name, properties["payload"]]];
  }),
);

const promised = (name: string) => [...(payloads.get(name)?.required ?? [])].sort();
const sample = (name: (typeof voiceEventNames)[number]) =>
  buildEvent(name).data.payload as Readonly<Record<string, unknown>>;

describe("what the wire says of events", () => {
  // Seen in all deliveries of these; where something else is to be promised, a delivery has to show it.
  it.each([
    ["call.answered", ["call_control_id", "call_session_id", "from", "start_time", "to"]],
    ["call.hangup", ["call_control_id", "call_session_id", "hangup_cause", "hangup_source", "sip_hangup_cause"]],
    ["call.initiated", ["call_control_id", "call_session_id", "direction", "from", "to"]],
    [
      "call.recording.saved",
      [
        ...["call_control_id", "channels", "public_recording_urls", "recording_ended_at"],
        ...["recording_id", "recording_started_at", "recording_urls"],
      ],
    ],
  ])("%s has what always came", (name, fields) => {
    expect(promised(name)).toEqual(fields);
  });

  it("all other events named call.* promise the leg alone, and those of other names nothing", () => {
    const whole = ["call.answered", "call.hangup", "call.initiated", "call.recording.saved"];
    const others = voiceEventNames.filter((name) => !whole.includes(name));
    const wrong = others.filter(
      (name) => String(promised(name)) !== (name.startsWith("call.") ? "call_control_id" : ""),
    );
    expect(wrong).toEqual([]);
  });

  it("events have a client state that may be null, which it is in what the factories build", () => {
    const having = voiceEventNames.filter((name) => payloads.get(name)?.properties?.["client_state"] !== undefined);
    expect(having.length).toBeGreaterThan(50);
    expect(having.filter((name) => sample(name)["client_state"] !== null)).toEqual([]);
  });

  it("what never came is in no event that the factories build", () => {
    expect(sample("call.answered")).not.toHaveProperty("state");
    expect(sample("call.hangup")).not.toHaveProperty("state");
    expect(voiceEventNames.filter((name) => "sip_headers" in sample(name))).toEqual([]);
    expect(sample("call.recording.saved")["public_recording_urls"]).toEqual({});
  });
});
