// Runs a Redis of its own, from the `redis-server` on the PATH (Debian: `apt-get install redis-server`).
import { setTimeout as sleep } from "node:timers/promises";
import { createWebhookHandler, type WebhookStore } from "@telnyx-voice/webhooks";
import { createRedisStore, type SendCommand } from "@telnyx-voice/webhooks/redis";
import { buildEvent, createTestKeyPair } from "@telnyx-voice/webhooks/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPeer } from "./webhooks/peers.ts";
import { hasRedis, type RedisServer, startRedis } from "./webhooks/redis-server.ts";
import { type Serving, servers } from "./webhooks/servers.ts";
import { TelnyxSender } from "./webhooks/telnyx-sender.ts";

interface Redis {
  connect(): Promise<unknown>;
  sendCommand(words: string[]): Promise<unknown>;
  close(): Promise<unknown>;
}

interface IoRedis {
  call(name: string, ...words: string[]): Promise<unknown>;
  quit(): Promise<unknown>;
}

/** A connection of each client that the README has a line for. */
const clients = {
  redis: async (url) => {
    const client = loadPeer<{ createClient(options: { url: string }): Redis }>("redis").createClient({ url });
    await client.connect();
    return { send: (command) => client.sendCommand(command), close: () => client.close() };
  },
  ioredis: async (url) => {
    const client = new (loadPeer<{ Redis: new (url: string) => IoRedis }>("ioredis").Redis)(url);
    return { send: ([name = "", ...words]) => client.call(name, ...words), close: () => client.quit() };
  },
} satisfies Record<string, (url: string) => Promise<{ send: SendCommand; close: () => Promise<unknown> }>>;

if (!hasRedis)
  describe("a store in Redis", () => it.skip("is not tried: there is no redis-server on the PATH", () => {}));
else {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  describe.each(Object.entries(clients))("a store in Redis by %s", (name, connect) => {
    let store: WebhookStore;
    let close: () => Promise<unknown>;
    let send: SendCommand;
    beforeAll(async () => {
      ({ send, close } = await connect(server.url));
      store = createRedisStore(send, { prefix: `${name}:` });
    });
    afterAll(() => close());

    const tokenOf = async (id: string, lease = 10) => {
      const claim = await store.claim(id, lease);
      if (typeof claim !== "object") throw new Error(`${id} is ${claim}`);
      return claim.token;
    };

    it("gives an event to one of many", async () => {
      const claims = await Promise.all(Array.from({ length: 100 }, () => store.claim("a", 10)));
      const [token, ...others] = claims.flatMap((claim) => (typeof claim === "object" ? [claim.token] : []));
      expect(others).toEqual([]);
      expect(claims.filter((claim) => claim === "busy")).toHaveLength(99);
      expect(await store.complete("a", token ?? "", 10)).toBe(true);
      expect(await store.claim("a", 10)).toBe("done");
    });

    it("gives an event that was released, and one whose claim lapsed", async () => {
      await store.release("b", await tokenOf("b"));
      const token = await tokenOf("b", 0.3);
      expect(await store.renew("b", token, 0.6)).toBe(true);
      await sleep(400);
      expect(await store.claim("b", 1)).toBe("busy");
      await sleep(300);
      expect(await store.renew("b", token, 1)).toBe(false);
      expect(await tokenOf("b")).not.toBe(token);
    });

    it("lets nobody touch the claim of another, nor what another has done", async () => {
      const late = await tokenOf("c", 0.05);
      await sleep(80);
      const token = await tokenOf("c");
      const meddle = async () => [
        await store.renew("c", late, 99),
        await store.complete("c", late, 99),
        await store.release("c", late),
      ];
      expect(await meddle()).toEqual([false, false, false]);
      expect(await store.claim("c", 1)).toBe("busy");
      expect(await store.complete("c", token, 10)).toBe(true);
      expect(await meddle()).toEqual([false, false, false]);
      expect(await store.claim("c", 1)).toBe("done");
    });

    it("leaves nothing that does not end", async () => {
      for (const id of ["a", "b", "c"]) {
        const left = Number(await send(["TTL", `${name}:${id}`]));
        expect(left).toBeGreaterThan(0);
        expect(left).toBeLessThanOrEqual(10);
      }
    });
  });

  describe("two servers that share a Redis", () => {
    it("handle 500 events, each sent to both at once, exactly once", async () => {
      const { publicKey, privateKey } = await createTestKeyPair();
      const connections = await Promise.all(Object.values(clients).map((connect) => connect(server.url)));
      const handled = new Map<string, number>();
      const thrown = new Set<string>();
      const servings: Serving[] = [];
      for (const { send } of connections) {
        const handle = createWebhookHandler({
          publicKey,
          store: createRedisStore(send),
          deadline: 20,
          onError: () => {},
          on: {
            default: async ({ data: { id } }) => {
              await sleep(Math.random() * 10);
              if (id.startsWith("0") && !thrown.has(id) && thrown.add(id)) throw new Error("once");
              handled.set(id, (handled.get(id) ?? 0) + 1);
            },
          },
        });
        servings.push(await servers["node:http"](handle));
      }
      const telnyx = new TelnyxSender(privateKey);
      const events = Array.from({ length: 500 }, () => buildEvent("call.hangup"));
      const answers = await Promise.all(
        events.flatMap((event) => servings.map(({ url }) => telnyx.deliver(url, event))),
      );
      expect(answers.filter((statuses) => statuses.at(-1) !== 200)).toEqual([]);
      expect(events.filter(({ data }) => handled.get(data.id) !== 1)).toEqual([]);
      expect(new Set(answers.flat())).toEqual(new Set([200, 500]));
      telnyx.close();
      await Promise.all([...servings, ...connections].map(({ close }) => close()));
    }, 60_000);

    it("handle nothing while Redis is away, and answer 500", async () => {
      const { publicKey, privateKey } = await createTestKeyPair();
      const away = await startRedis();
      const { send, close } = await clients.redis(away.url);
      await close();
      await away.stop();
      const on = { default: () => expect.unreachable() };
      const handle = createWebhookHandler({ publicKey, store: createRedisStore(send), onError: () => {}, on });
      const serving = await servers["node:http"](handle);
      const telnyx = new TelnyxSender(privateKey);
      expect(await telnyx.attempt(serving.url, buildEvent("call.hangup"))).toBe(500);
      telnyx.close();
      await serving.close();
    });
  });
}
