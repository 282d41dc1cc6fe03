import type { WebhookStore } from "../webhook-store.ts";

/** Sends one command to Redis, given as its words, and gives what Redis answers. */
export type SendCommand = (command: string[]) => Promise<unknown>;

/** How the store names its keys. */
export interface RedisStoreOptions {
  /** What every key begins with. @default "telnyx-voice:webhook:" */
  readonly prefix?: string | undefined;
}

/** A key holds the token of a claim, or `done`. Redis runs a script as one step: nobody gets between reading and writing. */
const ifItStands = (command: string) =>
  `if redis.call("GET", KEYS[1]) == ARGV[1] then ${command} return 1 end return 0`;
const renewing = ifItStands('redis.call("PEXPIRE", KEYS[1], ARGV[2])');
const completing = ifItStands('redis.call("SET", KEYS[1], "done", "PX", ARGV[2])');
const releasing = ifItStands('redis.call("DEL", KEYS[1])');

/**
 * Makes a store in Redis over a client of your own. Needs `SET … NX PX` and `EVAL`, which Redis has had since 2.6.12.
 *
 * @example
 * ```ts
 * createRedisStore((command) => client.sendCommand(command)); // redis
 * createRedisStore(([name = "", ...words]) => client.call(name, ...words)); // ioredis
 * ```
 */
export function createRedisStore(send: SendCommand, options: RedisStoreOptions = {}): WebhookStore {
  const { prefix = "telnyx-voice:webhook:" } = options;
  const run = async (script: string, id: string, ...words: string[]) =>
    Number(await send(["EVAL", script, "1", prefix + id, ...words])) === 1;
  return {
    async claim(id, leaseSeconds) {
      const key = prefix + id;
      const token = crypto.randomUUID();
      if (textOf(await send(["SET", key, token, "NX", "PX", milliseconds(leaseSeconds)])) === "OK") return { token };
      const held = textOf(await send(["GET", key]));
      // A client that lost the answer on its way sends the command once more, and finds its own claim.
      if (held === token) return { token };
      // A claim that lapses between the two commands counts as busy: it is asked for again.
      return held === "done" ? "done" : "busy";
    },
    renew: (id, token, leaseSeconds) => run(renewing, id, token, milliseconds(leaseSeconds)),
    complete: (id, token, ttlSeconds) => run(completing, id, token, milliseconds(ttlSeconds)),
    release: (id, token) => run(releasing, id, token),
  };
}

/** Redis takes whole milliseconds, and at least one. */
function milliseconds(seconds: number): string {
  return String(Math.max(1, Math.ceil(seconds * 1000)));
}

/** Some clients answer with bytes. */
function textOf(answer: unknown): unknown {
  return answer instanceof Uint8Array ? new TextDecoder().decode(answer) : answer;
}
