import { setTimeout as sleep } from "node:timers/promises";
import type { CallEvent } from "@telnyx-voice/types";
import { describe, expect, it } from "vitest";
import { createMemoryStore, isEvent, parseCallEvent, parseWebhook, type WebhookContext } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";
import { fixture } from "./webhook-fixture.ts";

const meta = { attempt: 2, delivered_to: "https://example.com/webhooks" };
const hangup = buildEvent("call.hangup", { payload: { hangup_cause: "timeout" }, meta });

/** The call event that an event was delivered with, as `GET /call_events` has it. */
const callEventOf = (event: object, changes: Partial<CallEvent> = {}): CallEvent => ({
  record_type: "call_event",
  call_leg_id: "428c31b6-7af4-4bcb-b7f5-5013ef9657c1",
  call_session_id: "428c31b6-abf3-3bc1-b7f4-5013ef9657c1",
  event_timestamp: "2019-11-10T22:26:27.521992Z",
  metadata: { ...meta, event, status: "delivered" },
  name: "call.hangup",
  organization_id: null,
  type: "webhook",
  user_id: "901dbc74-1597-4d15-aad2-000000000000",
  ...changes,
});
const command = callEventOf({}, { type: "command", name: "hangup", metadata: {} });

describe("parseCallEvent", () => {
  it("gives the event as its delivery would, and leaves the call event as it is", () => {
    const callEvent = callEventOf(hangup.data);
    const before = structuredClone(callEvent);
    const event = parseCallEvent(callEvent);
    expect(event).toEqual(hangup);
    expect(event).toEqual(parseWebhook(JSON.stringify(hangup)));
    expect(isEvent(event, "call.hangup") && event.data.payload.hangup_cause).toBe("timeout");
    expect(callEvent).toEqual(before);
  });

  it("gives an event of API v1 its name, and one without an id the id that its delivery has", () => {
    const v1 = { event_type: "speak_ended", id: "1", created_at: "2026-01-30T09:15:00Z", payload: {} };
    expect(parseCallEvent(callEventOf(v1)).data).toMatchObject({
      event_type: "call.speak.ended",
      occurred_at: "2026-01-30T09:15:00Z",
    });
    const bare = { event_type: "conversation_insight_result", record_type: "event", payload: { status: "completed" } };
    expect(parseCallEvent(callEventOf(bare)).data.id).toBe(parseWebhook(JSON.stringify({ ...bare, meta })).data.id);
  });

  it("has no meta where the attempt is not known", () => {
    for (const known of [{}, { attempt: 1 }, { delivered_to: "https://example.com/" }]) {
      const callEvent = callEventOf({}, { metadata: { event: hangup.data, ...known } });
      expect(parseCallEvent(callEvent)).toEqual({ data: hangup.data });
    }
  });

  it.each([
    command,
    callEventOf({}, { metadata: {} }),
    {} as CallEvent,
    JSON.parse('{ "metadata": { "event": null } }') as CallEvent,
  ])("refuses one that holds no event", (callEvent) => {
    expect(() => parseCallEvent(callEvent)).toThrow("only those of the type webhook");
    expect(() => parseCallEvent(callEvent)).not.toThrow("TeXML");
  });

  it("is what parseWebhook makes of its JSON", () => {
    expect(parseWebhook(JSON.stringify(callEventOf(hangup.data)))).toEqual(hangup);
  });
});

describe("replay", () => {
  it("runs the handler of the event, without a signature, and once", async () => {
    const seen: [unknown, WebhookContext][] = [];
    const { handle, status } = fixture({
      on: { "call.hangup": (event, context) => seen.push([event, context]), default: () => expect.unreachable() },
    });
    expect(await handle.replay(callEventOf(hangup.data))).toBe("handled");
    expect(await handle.replay(callEventOf(hangup.data))).toBe("handled-before");
    expect(await status(hangup)).toBe(200);
    expect(seen).toHaveLength(1);
    const [[event, { body, request }] = [undefined, {} as WebhookContext]] = seen;
    expect(event).toEqual(hangup);
    expect(JSON.parse(new TextDecoder().decode(body))).toEqual(hangup);
    expect([request.method, request.url]).toEqual(["POST", meta.delivered_to]);
    expect(request.headers.get("content-type")).toBe("application/json");
    expect(await request.json()).toEqual(hangup);
  });

  it("does nothing about an event that was delivered", async () => {
    let runs = 0;
    const { handle, status } = fixture({ on: { default: () => void runs++ } });
    expect(await status(hangup)).toBe(200);
    expect(await handle.replay(callEventOf(hangup.data))).toBe("handled-before");
    expect(runs).toBe(1);
  });

  it("leaves an event that is in work to whoever is at it", async () => {
    const store = createMemoryStore();
    await store.claim(hangup.data.id, 60);
    const { handle } = fixture({ store, deadline: 0.1, on: { default: () => expect.unreachable() } });
    expect(await handle.replay(callEventOf(hangup.data))).toBe("in-work");
  });

  it("waits for a delivery of the event that is in work here", async () => {
    const { handle, status } = fixture({ on: { default: () => sleep(50) } });
    const delivered = status(hangup);
    await sleep(10);
    expect(await handle.replay(callEventOf(hangup.data))).toBe("handled-before");
    expect(await delivered).toBe(200);
  });

  it("fails where the store gives no answer", async () => {
    const hung = { ...createMemoryStore(), claim: () => new Promise<never>(() => {}) };
    const { handle, errors } = fixture({ store: hung, deadline: 0.05, on: { default: () => expect.unreachable() } });
    expect(await handle.replay(callEventOf(hangup.data))).toBe("failed");
    expect(errors).toEqual([new Error("The store did not answer `claim` in time.")]);
  });

  it("reports a failure, and can be repeated", async () => {
    let runs = 0;
    const fail = () => {
      runs++;
      if (runs === 1) throw new Error("no");
    };
    const { handle, errors } = fixture({ on: { default: fail } });
    expect(await handle.replay(callEventOf(hangup.data))).toBe("failed");
    expect(errors).toEqual([new Error("no")]);
    expect(await handle.replay(callEventOf(hangup.data))).toBe("handled");
  });

  it("reports a store that cannot be asked", async () => {
    const broken = { ...createMemoryStore(), claim: async () => Promise.reject(new Error("gone")) };
    const { handle, errors } = fixture({ store: broken, on: { default: () => expect.unreachable() } });
    expect(await handle.replay(callEventOf(hangup.data))).toBe("failed");
    expect(errors).toEqual([new Error("gone")]);
  });

  it.each([{ acknowledge: "before" }, { deadline: 0.3 }] as const)("waits for the handler with %o", async (options) => {
    let ended = false;
    const slow = async () => {
      await sleep(600);
      ended = true;
    };
    const { handle } = fixture({ ...options, on: { default: slow } });
    expect(await handle.replay(callEventOf(hangup.data))).toBe("handled");
    expect(ended).toBe(true);
  });

  it("tells of a handler that fails past the deadline", async () => {
    const slow = async () => {
      await sleep(600);
      throw new Error("late");
    };
    const { handle, errors } = fixture({ deadline: 0.3, on: { default: slow } });
    expect(await handle.replay(callEventOf(hangup.data))).toBe("failed");
    expect(errors).toEqual([new Error("late")]);
  });

  it("ignores commands, and events that no handler is for", async () => {
    const { handle, lines } = fixture({ on: { "call.answered": () => expect.unreachable() } });
    expect(await handle.replay(command)).toBe("ignored");
    expect(await handle.replay(callEventOf(hangup.data))).toBe("ignored");
    expect(lines).toEqual([]);
  });

  it("ignores a webhook that holds no event, with a line of log that has nothing of it", async () => {
    const { handle, lines } = fixture({ on: { default: () => expect.unreachable() } });
    const broken = callEventOf({ event_type: "call.hangup", payload: "secret" } as object);
    expect(await handle.replay(broken)).toBe("ignored");
    expect(lines).toEqual(["call event not understood: The event has no payload."]);
    expect(await handle.replay(null as never)).toBe("ignored");
  });

  it.each(["", "nowhere", "https://user:password@example.com/"])(
    "gives a request, though it went to %j",
    async (to) => {
      const urls: string[] = [];
      const { handle } = fixture({ on: { default: (_, { request }) => urls.push(request.url) } });
      const metadata = { event: hangup.data, attempt: 1, delivered_to: to };
      expect(await handle.replay(callEventOf({}, { metadata }))).toBe("handled");
      expect(urls).toEqual(["https://replay.invalid/"]);
    },
  );
});
