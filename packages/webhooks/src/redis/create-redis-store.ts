import type { WebhookStore } from "../webhook-store.ts";

/** Sends one command to Redis, given as its words, and gives what Redis answers. */
export type SendCommand = (command: string[]) => Promise<unknown>;

/** How the store names its keys. */
export interface RedisStoreOptions {
  /** What every key begins with. @default "telnyx-voice:webhook:" */
  readonly prefix?: string;
}

/**
 * Makes a store in Redis over a client of your own. Needs `SET … NX EX`, which Redis has had since 2.6.12.
 *
 * @example
 * ```ts
 * createRedisStore((command) => client.sendCommand(command)); // redis
 * createRedisStore(([name = "", ...words]) => client.call(name, ...words)); // ioredis
 * ```
 */
export function createRedisStore(send: SendCommand, options: RedisStoreOptions = {}): WebhookStore {
  const { prefix = "telnyx-voice:webhook:" } = options;
  return {
    async claim(id, leaseSeconds) {
      const key = prefix + id;
      if (isText(await send(["SET", key, "busy", "NX", "EX", seconds(leaseSeconds)]), "OK")) return "claimed";
      // A claim that lapses between the two commands counts as busy: the event is delivered again.
      return isText(await send(["GET", key]), "done") ? "done" : "busy";
    },
    async complete(id, ttlSeconds) {
      await send(["SET", prefix + id, "done", "EX", seconds(ttlSeconds)]);
    },
    async release(id) {
      await send(["DEL", prefix + id]);
    },
  };
}

/** Redis takes whole seconds, and at least one. */
function seconds(value: number): string {
  return String(Math.max(1, Math.ceil(value)));
}

/** Some clients answer with bytes. */
function isText(answer: unknown, text: string): boolean {
  return answer instanceof Uint8Array ? new TextDecoder().decode(answer) === text : answer === text;
}
