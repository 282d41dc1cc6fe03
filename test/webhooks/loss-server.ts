// A server of webhooks in a process of its own, which may be killed at any moment: it writes down what its handler does.
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { createMemoryStore, createWebhookHandler, toNodeHandler, type WebhookStore } from "@telnyx-voice/webhooks";
import { createRedisStore } from "@telnyx-voice/webhooks/redis";

interface Redis {
  on(name: "error", listener: () => void): void;
  connect(): Promise<unknown>;
  sendCommand(words: string[]): Promise<unknown>;
}

const { PEERS = "", REDIS_URL: url, PUBLIC_KEY: publicKey, PORT, NOTES = "" } = process.env;

async function connectStore(): Promise<WebhookStore> {
  const { createClient } = createRequire(PEERS)("redis") as { createClient(options: object): Redis };
  const client = createClient({ url });
  client.on("error", () => {});
  await client.connect();
  return createRedisStore((command) => client.sendCommand(command));
}

const note = (word: string, id: string) => appendFileSync(NOTES, `${word} ${id} ${process.pid} ${Date.now()}\n`);
const handle = createWebhookHandler({
  publicKey,
  store: url === undefined ? createMemoryStore() : await connectStore(),
  onError: () => {},
  on: {
    default: async ({ data: { id } }) => {
      note("begun", id);
      // One in sixteen takes longer than the deadline.
      await sleep(id.startsWith("0") ? 2_500 : Math.random() * 300);
      note("handled", id);
    },
  },
});
createServer(toNodeHandler(handle)).listen(Number(PORT), "127.0.0.1", () => note("listening", "-"));
