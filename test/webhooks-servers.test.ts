import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import {
  createMemoryStore,
  createWebhookHandler,
  type EventHandler,
  type ReceivedEvent,
  type WebhookHandlerOptions,
  type WebhookStore,
} from "@telnyx-voice/webhooks";
import { buildEvent, createTestKeyPair } from "@telnyx-voice/webhooks/testing";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { type Serving, servers } from "./webhooks/servers.ts";
import { TelnyxSender } from "./webhooks/telnyx-sender.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const { publicKey, privateKey } = await createTestKeyPair();
const telnyx = new TelnyxSender(privateKey);
afterAll(() => telnyx.close());

const padded = (length: number) => {
  const text = JSON.stringify(buildEvent("call.answered"));
  return `${text.slice(0, -1)}${" ".repeat(length - text.length)}}`;
};

describe.each(Object.entries(servers))("a handler in %s", (name, serve) => {
  let serving: Serving | undefined;
  const start = async (handler: EventHandler<ReceivedEvent>, options: Partial<WebhookHandlerOptions> = {}) => {
    const on = { default: handler };
    serving = await serve(createWebhookHandler({ publicKey, on, log: () => {}, onError: () => {}, ...options }));
    return serving.url;
  };
  afterEach(async () => {
    await serving?.close();
    serving = undefined;
  });

  it("takes bodies up to 1 MiB", async () => {
    let count = 0;
    const url = await start(() => void count++);
    expect(await telnyx.attempt(url, padded(1_048_576))).toBe(200);
    expect(await telnyx.attempt(url, padded(1_048_577))).toBe(413);
    expect(await telnyx.attempt(url, padded(3_000_000))).toBe(413);
    expect(count).toBe(1);
  });

  it("answers 401 to a forger and 405 to a browser", async () => {
    const url = await start(() => expect.unreachable());
    const forger = new TelnyxSender((await createTestKeyPair()).privateKey);
    expect(await forger.attempt(url, buildEvent("call.answered"))).toBe(401);
    forger.close();
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url, { method: "POST", body: "{}" })).status).toBe(401);
  });

  it("answers a slow handler's delivery at the deadline, lets it finish, and says so to the next one", async () => {
    let finished = 0;
    const slow = async () => {
      await sleep(300);
      finished++;
    };
    const url = await start(slow, { deadline: 0.1 });
    const event = buildEvent("call.answered");
    const begun = performance.now();
    expect(await telnyx.attempt(url, event)).toBe(503);
    expect(performance.now() - begun).toBeLessThan(290);
    expect([await telnyx.attempt(url, event), finished]).toEqual([503, 0]);
    await sleep(350);
    expect(await telnyx.attempt(url, event)).toBe(200);
    expect(finished).toBe(1);
  });

  it("handles once what a sender that hangs up early sends again", async () => {
    let finished = 0;
    const slow = async () => {
      await sleep(150);
      finished++;
    };
    const url = await start(slow);
    const event = buildEvent("call.answered");
    await telnyx.hangUp(url, event, { after: 60 });
    expect(await telnyx.attempt(url, event)).toBe(200);
    expect(finished).toBe(1);
    const half = buildEvent("call.hangup");
    await telnyx.hangUp(url, half, { after: 30, part: 0.5 });
    await sleep(30);
    expect(finished).toBe(1);
    expect((await telnyx.deliver(url, half)).at(-1)).toBe(200);
    expect(finished).toBe(2);
  });

  it("gets an event again whose handler threw", async () => {
    let count = 0;
    const url = await start(() => {
      if (++count === 1) throw new Error("no");
    });
    expect(await telnyx.deliver(url, buildEvent("call.answered"))).toEqual([500, 200]);
    expect(count).toBe(2);
  });

  it("handles 1,000 concurrent deliveries, a tenth of them twice at once, exactly once each, in flat memory", async () => {
    const handled = new Map<string, number>();
    const thrown = new Set<string>();
    const handler = async ({ data: { id } }: ReceivedEvent) => {
      await sleep(Math.random() * 20);
      if (id.startsWith("0") && !thrown.has(id)) {
        thrown.add(id);
        throw new Error("once");
      }
      handled.set(id, (handled.get(id) ?? 0) + 1);
    };
    const memory = createMemoryStore({ maxEvents: 1_000 });
    const alone = { token: 0, busy: 0, done: 0 };
    const claim: WebhookStore["claim"] = async (id, lease) => {
      const claim = await memory.claim(id, lease);
      alone[typeof claim === "string" ? claim : "token"]++;
      return claim;
    };
    const url = await start(handler, { store: { ...memory, claim }, deadline: 20 });
    const heaps: number[] = [];
    const statuses: Record<string, number> = {};
    for (let round = 0; round < 3; round++) {
      const events = Array.from({ length: 1_000 }, () => buildEvent("call.answered"));
      const sent = events.flatMap((event, index) => (index % 10 === 0 ? [event, event] : [event]));
      const answers = await Promise.all(sent.map((event) => telnyx.deliver(url, event)));
      for (const status of answers.flat()) statuses[status] = (statuses[status] ?? 0) + 1;
      expect(answers.filter((list) => list.at(-1) !== 200)).toEqual([]);
      expect(events.filter(({ data }) => handled.get(data.id) !== 1)).toEqual([]);
      expect(handled.size).toBe(1_000);
      handled.clear();
      thrown.clear();
      collectGarbage();
      heaps.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
    }
    console.log(`${name}: heap after each 1,000: ${heaps.join(", ")} MB; answers: ${JSON.stringify(statuses)}`);
    expect(Object.keys(statuses).filter((status) => !["200", "500"].includes(status))).toEqual([]);
    // Else the duplicates would not have met: those that do are neither first nor late.
    const attempts = Object.values(statuses).reduce((sum, count) => sum + count);
    expect(attempts - alone.token - alone.done).toBeGreaterThan(20);
    expect((heaps.at(-1) ?? 0) - (heaps[1] ?? 0)).toBeLessThan(3);
  }, 60_000);
});
