import { describe, expect, it } from "vitest";
import { parseWebhook, unwrapWebhook } from "../src/index.ts";
import { fixture, publicKey, sign } from "./webhook-fixture.ts";

/** The body of an insight as it was delivered and signed in June 2026, with other values: it has no id, and no envelope. */
const insight = {
  event_type: "conversation_insight_result",
  record_type: "event",
  payload: {
    conversation_id: "4f6c1a52-0e0d-4a9e-9c52-6a1d0c1b7f11",
    insight_group_id: "b1f0c7de-31c0-4a7a-8a0f-0a5d5a0f6c22",
    insight_id: null,
    metadata: { assistant_id: "assistant-1", call_control_id: "v3:1", telnyx_conversation_channel: "phone_call" },
    request_id: "7c2e1d90-5b1e-4f0e-8f33-2f9b1c6a4d33",
    results: [{ insight_id: "c0ffee00-0000-4000-8000-000000000044", result: "The caller asked for a refund." }],
    status: "completed",
    user_id: "0d9f8b7a-6c5d-4e3f-8a1b-2c3d4e5f6a55",
  },
};
const { request_id, ...unidentified } = insight.payload;
const withoutRequest = { ...insight, payload: unidentified };

const insightId = `conversation_insight_result:${request_id}:completed`;

const read = (body: object) => parseWebhook(JSON.stringify(body)).data;

/** The fields of an object in the opposite order, at every depth. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, field]) => [name, reversed(field)]),
  );
}

describe("an event without an id", () => {
  it("is told apart by the request that its payload names, and keeps its name and its fields", async () => {
    expect(read(insight)).toEqual({ ...insight, id: insightId });
    expect(await unwrapWebhook({ ...(await sign(insight)), publicKey })).toEqual({
      data: { ...insight, id: insightId },
    });
  });

  it("is another where its name or its status is another", () => {
    const underway = { ...insight, payload: { ...insight.payload, status: "in_progress" } };
    const ids = [insight, underway, { ...insight, event_type: "other_result" }].map((body) => read(body).id);
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ["by its request", insight],
    ["by what it says", withoutRequest],
  ])("is handled once, %s, whichever attempt it is", async (_, body) => {
    const seen: string[] = [];
    const { status } = fixture({ on: { default: ({ data }) => seen.push(data.id) } });
    const attempt = (count: number) => ({ ...body, meta: { attempt: count, delivered_to: `https://a.test/${count}` } });
    expect([await status(body), await status(attempt(1)), await status(attempt(2))]).toEqual([200, 200, 200]);
    expect(await status(reversed(attempt(3)) as object)).toBe(200);
    expect(seen).toEqual([read(body).id]);
  });

  it("is delivered again where its handler fails", async () => {
    let runs = 0;
    const fail = () => {
      runs++;
      if (runs === 1) throw new Error("no");
    };
    const { status } = fixture({ on: { default: fail } });
    expect([await status(insight), await status(insight), await status(insight)]).toEqual([500, 200, 200]);
    expect(runs).toBe(2);
  });

  it("has a digest of all that it says for an id: FNV-1a of its JSON with sorted fields", () => {
    const event = { payload: { b: [{ d: 1, c: "ü" }], a: null }, event_type: "x", meta: { attempt: 1 } };
    // Worked out by another program: {"event_type":"x","payload":{"a":null,"b":[{"c":"ü","d":1}]}}
    expect(read(event).id).toBe("digest:ea7384ae29f2aeeab3092b444fb96f83");
    expect(read(withoutRequest).id).toMatch(/^digest:[0-9a-f]{32}$/);
    expect(read({ data: withoutRequest }).id).toBe(read(withoutRequest).id);
    const bytes = new TextEncoder().encode(JSON.stringify(withoutRequest));
    expect(parseWebhook(bytes).data.id).toBe(read(withoutRequest).id);
  });

  it("differs from one that says anything else", () => {
    const bodies = [
      withoutRequest,
      { ...withoutRequest, event_type: "other" },
      { ...withoutRequest, payload: { ...unidentified, status: "failed" } },
      { ...withoutRequest, payload: { ...unidentified, status: ["completed"] } },
      { ...withoutRequest, payload: { ...unidentified, results: [...unidentified.results, ...unidentified.results] } },
      { ...withoutRequest, occurred_at: "2026-06-01T00:00:00Z" },
    ];
    expect(new Set(bodies.map((body) => read(body).id)).size).toBe(bodies.length);
  });

  it("is told apart in a query as well", () => {
    const query = "event_type=x&payload[b]=2&payload[a]=1";
    expect(parseWebhook(query).data.id).toBe(read({ event_type: "x", payload: { a: "1", b: "2" } }).id);
    expect(parseWebhook(`${query}&payload[request_id]=7`).data.id).toBe("x:7:");
  });

  it.each([7, "", null, {}])("is one whose id is %j", (id) => {
    expect(read({ ...insight, id }).id).toBe(insightId);
  });
});

describe("webhook_id", () => {
  /** A body as the portal shows it, and three pages of the documentation with it. */
  const inspected = {
    created_at: "2022-02-04T11:36:13.612978Z",
    event_type: "recording_saved",
    payload: {
      call_control_id: "v3:1",
      client_state: null,
      occurred_at: "2022-02-04T11:36:13.508869Z",
      public_recording_urls: {},
    },
    record_type: "event",
    webhook_id: "a6854826-41ae-4781-b299-415a760663a0",
  };

  it("counts as the id, and the time in the payload as that of the event", () => {
    const { created_at: _, ...fields } = inspected;
    expect(read(inspected)).toEqual({
      ...fields,
      event_type: "call.recording.saved",
      id: inspected.webhook_id,
      occurred_at: inspected.payload.occurred_at,
    });
  });

  it("does not outweigh an id, and outweighs a request", () => {
    expect(read({ ...inspected, id: "1" }).id).toBe("1");
    expect(read({ ...insight, webhook_id: "2" }).id).toBe("2");
  });
});
