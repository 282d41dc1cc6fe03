import { describe, expect, it } from "vitest";
import { texmlConditions } from "../src/generated/texml-conditions.ts";
import { texmlExamples } from "../src/generated/texml-examples.ts";
import { parseTexmlCallback, type TexmlCallbackKind } from "../src/index.ts";
import { buildTexmlCallback } from "../src/testing/index.ts";

const kinds = Object.keys(texmlExamples) as TexmlCallbackKind[];

/** The kind of a form with these fields alone. */
const kindOf = (fields: Record<string, string>) => parseTexmlCallback(String(new URLSearchParams(fields))).kind;

const call = { AccountSid: "a", CallSid: "c", CallSidLegacy: "c" };

/** All that an instruction fetch is recognised by, which other forms may have beside marks of their own. */
const fetched = { ...call, ConnectionId: "1", From: "1", To: "2", CallStatus: "in-progress" };

describe("parseTexmlCallback", () => {
  it("knows the 21 that Telnyx documents, the instruction fetch and the live transcription", () => {
    expect(kinds).toHaveLength(23);
    expect(new Set(texmlConditions.map(([kind]) => kind))).toEqual(new Set(kinds));
  });

  it.each(kinds)("recognises a whole %s, and keeps its fields as they are", (kind) => {
    expect({ ...parseTexmlCallback(buildTexmlCallback(kind)) }).toEqual({ ...texmlExamples[kind], kind });
  });

  // Shapes as the pages of Telnyx print them, values invented; each less what another page of the same form lacks.
  it.each([
    [
      "call-completed",
      {
        ...call,
        CallStatus: "completed",
        CallbackSource: "call-progress-events",
        HangupSource: "callee",
        SequenceNumber: "0",
      },
    ],
    ["call-answered", { ...call, CallStatus: "in-progress", CallbackSource: "call-progress-events" }],
    ["call-completed", { ...call, CallStatus: "no-answer", CallbackSource: "call-progress-events", RecordingUrl: "u" }],
    [
      "queue",
      { ...call, QueueSid: "q", QueuePosition: "1", CurrentQueueSize: "5", QueueTime: "0", AvgQueueTime: "10" },
    ],
    ["siprec", { AccountSid: "a", CallSid: "c", SiprecEvent: "siprec-started", SiprecName: "n", SiprecSid: "s" }],
    ["live-transcription", { ...call, Transcript: "hello", IsFinal: "true", Confidence: "1" }],
    ["instruction-fetch", { ...call, From: "1", To: "2", ConnectionId: "3", CallStatus: "in-progress" }],
    [
      "instruction-fetch",
      { ...call, From: "1", To: "2", ConnectionId: "3", CallingPartyType: "sip", FromSipUri: "1@x" },
    ],
    [
      "conference-join",
      { ...call, CallingPartyType: "pstn", ConferenceSid: "f", StatusCallbackEvent: "participant-join" },
    ],
    ["gather", { ...call, Digits: "1", From: "1", To: "2" }],
    ["gather", { ...call, Digits: "", From: "1", To: "2" }],
    ["gather", { ...call, SpeechResult: "sales", Confidence: "0.95", From: "1", To: "2" }],
    ["http-request", { ...call, ConnectionId: "3", From: "1", To: "2", "contact.name.first": "Ada" }],
  ] as const)("recognises %s by its marks: %o", (kind, fields) => {
    expect(kindOf(fields)).toBe(kind);
  });

  it.each([
    ["gather", { Digits: "1" }],
    ["gather", { SpeechResult: "sales" }],
    ["ai-gather", { Status: "valid" }],
    ["queue", { QueueSid: "s", QueuePosition: "1" }],
    ["transcription", { TranscriptionSid: "t" }],
    ["live-transcription", { Transcript: "x" }],
    ["recording-in-progress", { RecordingSid: "r", RecordingStatus: "in-progress" }],
    ["recording-completed", { RecordingSid: "r", RecordingStatus: "completed" }],
    ["call-amd", { AnsweredBy: "human", MachineDetectionDuration: "1" }],
    ["refer-status", { ReferCallStatus: "in-progress" }],
    ["siprec", { SiprecEvent: "siprec-started", SiprecSid: "s" }],
    ["stream", { StreamEvent: "stream-started", StreamSid: "s" }],
    ["call-completed", { DialCallStatus: "completed" }],
    ["unknown", { RecordingSid: "r", RecordingStatus: "absent" }],
  ])("tells %s from an instruction fetch by what it alone has: %o", (kind, marks) => {
    expect(kindOf({ ...fetched, ...marks })).toBe(kind);
    expect(kindOf({ ...call, ConnectionId: "1", CallingPartyType: "pstn", ...marks })).toBe(kind);
  });

  it.each([
    [{}],
    [call],
    [{ ...call, CallbackSource: "call-cost-events", "CallCost[c]": "0.01", ConnectionId: "3", From: "1", To: "2" }],
    [
      {
        ...call,
        CallbackSource: "call-progress-events",
        CallStatus: "analyzed",
        ConnectionId: "3",
        From: "1",
        To: "2",
      },
    ],
    [{ ...call, StatusCallbackEvent: "participant-mute", ConferenceSid: "f", CallingPartyType: "pstn" }],
    [{ ...call, RecordingSid: "r", RecordingStatus: "absent" }],
    [{ ...call, From: "1", To: "2" }],
  ])("takes %o for none of them", (fields) => {
    expect(kindOf(fields)).toBe("unknown");
  });

  it("lets unknown fields through, as the texts that they are, and no field of the wire be the kind", () => {
    const callback = parseTexmlCallback("CallSid=1&Digits=2&SequenceNumber=3&New=true&kind=forged");
    expect({ ...callback }).toEqual({ kind: "gather", CallSid: "1", Digits: "2", SequenceNumber: "3", New: "true" });
    expect(callback["constructor"]).toBeUndefined();
  });
});

describe("buildTexmlCallback", () => {
  it("replaces the fields that are given, adds others, and leaves out those that are undefined", () => {
    const form = buildTexmlCallback("gather", { Digits: "42", SpeechResult: undefined, Own: "a b" });
    const callback = parseTexmlCallback(form);
    expect(callback).toMatchObject({ Digits: "42", Own: "a b" });
    expect(callback).not.toHaveProperty("SpeechResult");
  });
});
