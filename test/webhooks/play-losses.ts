import { setTimeout as sleep } from "node:timers/promises";
import type { VoiceEvent } from "@telnyx-voice/types";
import { buildEvent, createTestKeyPair } from "@telnyx-voice/webhooks/testing";
import { judgePlay, type Outage, type Verdict } from "./judge-play.ts";
import { type Cast, startLossServers } from "./loss-servers.ts";
import { groupNotes, type Note } from "./notes.ts";
import { type RedisServer, startRedis } from "./redis-server.ts";
import { type Attempt, TelnyxSender } from "./telnyx-sender.ts";

/** When Telnyx tries, in seconds after the first attempt, and whether at the failover address: sources differ. */
export const schedules = {
  "1 + 1 failover": [
    [0, 0],
    [0, 1],
  ],
  "2 + 2": [
    [0, 0],
    [2, 0],
    [4, 1],
    [6, 1],
  ],
  "six in 10 s": [0, 2, 4, 6, 8, 10].map((at, index) => [at, index % 2] as const),
  "nine in 32 s": [0, 2, 4, 8, 12, 16, 20, 26, 32].map((at, index) => [at, index % 2] as const),
  "each second, elsewhere": [0, 1, 2, 3, 4, 5, 6].map((at) => [at, Math.min(at, 1)] as const),
} satisfies Record<string, readonly (readonly [number, number])[]>;

/** What can be done to the servers and the Redis that they share. */
export interface Stage {
  /** Kills a process without warning, and starts it anew half a second later; waits until it listens. */
  readonly kill: (index: number) => Promise<void>;
  /** Has a process stand still for some seconds. */
  readonly pause: (index: number, seconds: number) => Promise<void>;
  readonly redis: RedisServer;
}

/** How a play ended: how many events were handled so often, and how long those waited whose process was killed. */
export interface Play {
  readonly handled: { readonly never: number; readonly once: number; readonly more: number };
  /** Events that were answered 200 and never handled, and are not kept as failed either. */
  readonly lost: number;
  readonly failed: number;
  /** What of this is against the promise. */
  readonly verdict: Verdict;
  readonly statuses: Readonly<Record<string, number>>;
  /** Seconds from the death of a process until an event that it had in work was begun anew. */
  readonly longestWait: number;
  readonly notes: readonly Note[];
  /** When each process died that was killed, by its pid. */
  readonly deaths: ReadonlyMap<number, number>;
  /** How often Redis was killed. */
  readonly redisKills: number;
}

/** What is played: how many events within how many seconds; one in sixteen is slow, or each; in order, or not. */
export interface Script {
  readonly events: number;
  readonly seconds: number;
  readonly schedule: keyof typeof schedules;
  readonly areSlow?: boolean;
  readonly isShuffled?: boolean;
}

/** Delivers events, a tenth of them twice at once, while something happens to the servers; waits for the last handlers. */
export async function playLosses(
  { events, seconds, schedule, areSlow = false, isShuffled = false }: Script,
  disturb: (stage: Stage) => Promise<unknown>,
  startCast: (redisUrl: string, publicKey: string) => Promise<Cast> = startLossServers,
): Promise<Play> {
  const { publicKey, privateKey } = await createTestKeyPair();
  const redis = await startRedis("always");
  const cast = await startCast(redis.url, publicKey);
  const { urls, processes } = cast;
  const telnyx = new TelnyxSender(privateKey);
  const statuses: Record<string, number> = {};
  let redisKills = 0;
  const sent = Array.from({ length: events }, () => buildEvent("call.hangup"));
  if (areSlow) for (const { data } of sent) Object.assign(data, { id: `0${data.id}` });
  const made = new Map<string, readonly Attempt[]>();
  const outages: Outage[] = [];
  const deliver = async (event: VoiceEvent, index: number) => {
    const turn = isShuffled ? (index * 7919) % events : index;
    await sleep((turn / events) * seconds * 1000 + (isShuffled ? Math.random() * 500 : 0));
    const attempts = schedules[schedule].map(([at, to]) => ({ at, url: urls[(index + to) % 2] ?? "" }));
    const others = attempts.map(({ at }, turn) => ({ at, url: urls[(index + turn + 1) % 2] ?? "" }));
    const lists = index % 10 === 0 ? [attempts, others] : [attempts];
    const answers = (await Promise.all(lists.map((list) => telnyx.keepTable(list, event)))).flat();
    made.set(event.data.id, answers);
    for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  };
  try {
    const during = async (kind: Outage["kind"], outage: Promise<unknown>, index?: number) => {
      const from = Date.now();
      await outage;
      outages.push({ kind, from, to: Date.now(), url: index === undefined ? undefined : urls[index] });
    };
    const stage: Stage = {
      kill: (index) => during("death", processes.restart(index), index),
      pause: (index, length) => during("pause", processes.pause(index, length), index),
      redis: {
        ...redis,
        restart: (length) => {
          redisKills++;
          return during("store", redis.restart(length));
        },
        hang: (length) => during("store", redis.hang(length)),
      },
    };
    await Promise.all([...sent.map(deliver), disturb(stage)]);
    const ids = sent.map(({ data }) => data.id);
    await settle(ids, cast);
    const { deaths } = processes;
    const notes = cast.notes();
    const { handled, longestWait } = count(ids, notes, deaths);
    const failed = (await cast.failed?.()) ?? [];
    const kept = ids.filter((id) => made.get(id)?.some(({ status }) => status === 200) && !failed.includes(id));
    const lost = count(kept, notes, deaths).handled.never;
    const verdict = judgePlay({ attempts: made, notes, outages });
    return { handled, lost, failed: failed.length, verdict, statuses, longestWait, notes, deaths, redisKills };
  } finally {
    telnyx.close();
    cast.stop();
    await redis.stop();
  }
}

/** Waits until all events are handled, half a minute at most, and then for what would be handled once more. */
async function settle(ids: readonly string[], { notes }: Cast): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    const handled = new Set(notes().flatMap(({ word, id }) => (word === "handled" ? [id] : [])));
    if (ids.every((id) => handled.has(id))) break;
    await sleep(500);
  }
  await sleep(3_000);
}

function count(ids: readonly string[], notes: readonly Note[], deaths: ReadonlyMap<number, number>) {
  const handled = { never: 0, once: 0, more: 0 };
  let longestWait = 0;
  const byId = groupNotes(notes);
  for (const id of ids) {
    const all = byId.get(id) ?? [];
    const ends = all.filter(({ word }) => word === "handled");
    handled[ends.length === 0 ? "never" : ends.length === 1 ? "once" : "more"]++;
    const died = all.filter(
      ({ word, pid }) => word.startsWith("begun") && deaths.has(pid) && !ends.some((end) => end.pid === pid),
    );
    for (const { pid } of died) {
      const death = deaths.get(pid) ?? 0;
      const again = all.find(({ word, at }) => word.startsWith("begun") && at > death);
      if (again !== undefined) longestWait = Math.max(longestWait, (again.at - death) / 1000);
    }
  }
  return { handled, longestWait };
}
