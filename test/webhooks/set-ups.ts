import { setTimeout as sleep } from "node:timers/promises";
import { buildEvent, createTestKeyPair } from "@telnyx-voice/webhooks/testing";
import type { GuidePrograms } from "../guides/guide-programs.ts";
import { type Cast, startLossServers } from "./loss-servers.ts";
import { loadPeer } from "./peers.ts";
import { startQueuePrograms } from "./queue-programs.ts";
import { type Persistence, type RedisServer, startRedis } from "./redis-server.ts";
import { type Attempt, TelnyxSender } from "./telnyx-sender.ts";

/** What remembers which events were handled, and how many processes take deliveries. */
export interface SetUp {
  readonly memory: "process" | "store" | "queue";
  readonly redis?: Persistence;
  readonly isAlone?: boolean;
}

/** Two processes of a set-up, and an event; what is slow takes 2.5 seconds. */
export interface Scene {
  readonly setUp: SetUp;
  readonly cast: Cast;
  readonly redis: RedisServer;
  readonly event: { readonly data: { id: string } };
  /** Attempts once a second until one gets 200, ten at most; gives the statuses. */
  readonly deliver: (to: 0 | 1) => Promise<Attempt[]>;
  /** Waits until the event is begun or handled; gives the process. */
  readonly until: (word: "begun" | "handled") => Promise<number>;
}

/** What can happen to an event, and its delivery once more. */
export const scenes: Readonly<Record<string, (scene: Scene) => Promise<unknown>>> = {
  "two processes get it": async ({ deliver, until }) => {
    await Promise.all([deliver(0), deliver(1)]);
    await until("handled");
    await deliver(0);
    await deliver(1);
  },
  "its process dies in the handler": async ({ event, cast: { processes }, deliver, until, setUp }) => {
    event.data.id = `0${event.data.id}`;
    const delivered = deliver(0);
    await processes.restart(await until("begun"));
    await delivered;
    await deliver(setUp.isAlone ? 0 : 1);
  },
  "its process dies after it": async ({ cast: { processes }, deliver, until }) => {
    await deliver(0);
    // What ends a job is told to Redis after the handler.
    const index = await until("handled");
    await sleep(500);
    await Promise.all([...new Set([0, index])].map((one) => processes.restart(one)));
    await deliver(0);
  },
  "its process stands still in the handler": async ({ event, cast: { processes }, deliver, until, setUp }) => {
    event.data.id = `0${event.data.id}`;
    const delivered = deliver(0);
    // Longer than the lease of a claim, or the lock of a job.
    const paused = processes.pause(await until("begun"), setUp.memory === "queue" ? 9 : 4);
    await Promise.all([delivered, paused, deliver(setUp.isAlone ? 0 : 1)]);
  },
  "Redis is shut down after the answer": (scene) => forget(scene, () => scene.redis.restartCleanly()),
  "Redis dies after the answer": (scene) => {
    const { setUp, redis } = scene;
    if (setUp.redis !== "everysec") return forget(scene, () => redis.restart());
    // At worst it has written nothing since the last second began.
    const written = redis.written();
    return forget(scene, () => redis.restartAt(written));
  },
};

/**
 * Has an event answered 200, and then something done to Redis, which with a queue comes before a worker has taken the job. Telnyx
 * delivers no more what was answered so; a store is asked all the same what it remembers.
 */
export async function forget({ cast: { processes }, deliver, setUp }: Scene, work: () => Promise<unknown>) {
  const thaws = setUp.memory === "queue" ? [2, 3].map((worker) => processes.freeze(worker)) : [];
  await deliver(0);
  await work();
  if (setUp.memory === "store") await deliver(1);
  for (const thaw of thaws) thaw();
}

/** Plays a scene in a set-up; gives how often the event was handled, in the words of the README. */
export async function playScene(
  setUp: SetUp,
  play: (scene: Scene) => Promise<unknown>,
  programs: GuidePrograms,
): Promise<string> {
  const { publicKey, privateKey } = await createTestKeyPair();
  const redis = await startRedis(setUp.redis);
  const url = setUp.memory === "process" ? undefined : redis.url;
  const cast = await (setUp.memory === "queue"
    ? startQueuePrograms(programs, redis.url, publicKey)
    : startLossServers(url, publicKey));
  const telnyx = new TelnyxSender(privateKey);
  const event = buildEvent("call.hangup");
  const own = () => cast.notes().filter(({ id }) => id === event.data.id);
  const deliver = (to: 0 | 1) => {
    const attempts = Array.from({ length: 10 }, (_, at) => ({ at, url: cast.urls[to] ?? "" }));
    return telnyx.keepTable(attempts, event);
  };
  const until = async (word: "begun" | "handled") => {
    for (let tries = 0; tries < 400; tries++) {
      const note = own().find((one) => one.word === word);
      if (note !== undefined) return cast.processes.indexOf(note.pid);
      await sleep(25);
    }
    throw new Error(`The event is not ${word}.`);
  };
  try {
    await play({ setUp, cast, redis, event, deliver, until });
    await sleep(setUp.memory === "queue" ? 9_000 : 3_000);
    return wordOf(own().map(({ word }) => word));
  } finally {
    telnyx.close();
    cast.stop();
    await redis.stop();
  }
}

/** How often an event was handled; where it was begun more often, that. */
function wordOf(words: readonly string[]): string {
  const handled = words.filter((word) => word === "handled").length;
  const begun = words.filter((word) => word.startsWith("begun")).length;
  if (handled === 0) return "lost";
  const times = ["once", "twice", "three times"];
  const count = handled > 1 ? times[handled - 1] : begun > 1 ? `begun ${times[begun - 1]}` : "once";
  return words.includes("begun-again") ? `${count}, and known` : String(count);
}

/** Fills Redis with what a cache would keep in it, several times over; then `work`; then it has all the room again. */
export async function whileFull(url: string, policy: string, work: () => Promise<unknown>): Promise<void> {
  const { createClient } = loadPeer<{ createClient(options: object): Client }>("redis");
  const client = await createClient({ url }).connect();
  const configure = (name: string, value: string) => client.sendCommand(["CONFIG", "SET", name, value]);
  const [, used] = /used_memory:(\d+)/.exec(String(await client.sendCommand(["INFO", "memory"]))) ?? [];
  try {
    // Redis tells the age of a key by the second.
    await sleep(2_100);
    await configure("maxmemory-policy", policy);
    await configure("maxmemory", policy === "noeviction" ? "1" : String(Number(used) + 2 * 2 ** 20));
    for (let page = 0; page < 1_000 && policy !== "noeviction"; page++) {
      await client.sendCommand(["SET", `page:${page}`, "x".repeat(10_000), "EX", "3600"]);
    }
    await work();
    await configure("maxmemory", "0");
  } finally {
    await client.close();
  }
}

interface Client {
  connect(): Promise<Client>;
  sendCommand(words: string[]): Promise<unknown>;
  close(): Promise<unknown>;
}
