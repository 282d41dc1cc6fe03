import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildEvent, createTestKeyPair } from "@telnyx-voice/webhooks/testing";
import { build } from "esbuild";
import { installPeers, peersFolder } from "./peers.ts";
import { freePort, type RedisServer, startRedis } from "./redis-server.ts";
import { TelnyxSender } from "./telnyx-sender.ts";

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

/** What can be done to two servers and the Redis that they share. */
export interface Stage {
  /** Kills one of the servers without warning, and starts it anew half a second later; waits until it listens. */
  readonly kill: (index: 0 | 1) => Promise<void>;
  /** Has one of the servers stand still for some seconds. */
  readonly pause: (index: 0 | 1, seconds: number) => Promise<void>;
  readonly redis: RedisServer;
}

/** How a play ended: how many events were handled so often, and how long those waited whose process was killed. */
export interface Play {
  readonly handled: { readonly never: number; readonly once: number; readonly more: number };
  readonly statuses: Readonly<Record<string, number>>;
  /** Seconds from the death of a process until an event that it had in work was begun anew. */
  readonly longestWait: number;
}

/** What is played: how many events within how many seconds; one in sixteen is slow, or each. */
export interface Script {
  readonly events: number;
  readonly seconds: number;
  readonly schedule: keyof typeof schedules;
  readonly areSlow?: boolean;
}

/** Delivers events, a tenth of them twice at once, while something happens to the servers. */
export async function playLosses(
  { events, seconds, schedule, areSlow = false }: Script,
  disturb: (stage: Stage) => Promise<unknown>,
): Promise<Play> {
  const { publicKey, privateKey } = await createTestKeyPair();
  const redis = await startRedis({ isDurable: true });
  const servers = await startServers(redis.url, publicKey);
  const telnyx = new TelnyxSender(privateKey);
  const statuses: Record<string, number> = {};
  const sent = Array.from({ length: events }, () => buildEvent("call.hangup"));
  if (areSlow) for (const { data } of sent) Object.assign(data, { id: `0${data.id}` });
  const deliver = async (event: object, index: number) => {
    await sleep((index / events) * seconds * 1000);
    const attempts = schedules[schedule].map(([at, to]) => ({ at, url: servers.urls[(index + to) % 2] ?? "" }));
    const others = attempts.map(({ at }, turn) => ({ at, url: servers.urls[(index + turn + 1) % 2] ?? "" }));
    const lists = index % 10 === 0 ? [attempts, others] : [attempts];
    const answers = await Promise.all(lists.map((list) => telnyx.keepTable(list, event)));
    for (const status of answers.flat()) statuses[status] = (statuses[status] ?? 0) + 1;
  };
  try {
    const disturbed = disturb({ ...servers, redis });
    await Promise.all([...sent.map(deliver), disturbed]);
    // The last handlers end.
    await sleep(3_000);
    return {
      statuses,
      ...count(
        sent.map(({ data }) => data.id),
        servers.notes(),
        servers.deaths,
      ),
    };
  } finally {
    telnyx.close();
    servers.stop();
    await redis.stop();
  }
}

interface Note {
  readonly word: string;
  readonly id: string;
  readonly pid: number;
  readonly at: number;
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
      ({ word, pid }) => word === "begun" && deaths.has(pid) && !ends.some((end) => end.pid === pid),
    );
    for (const { pid } of died) {
      const death = deaths.get(pid) ?? 0;
      const again = all.find(({ word, at }) => word === "begun" && at > death);
      if (again !== undefined) longestWait = Math.max(longestWait, (again.at - death) / 1000);
    }
  }
  return { handled, longestWait };
}

function groupNotes(notes: readonly Note[]): Map<string, Note[]> {
  const groups = new Map<string, Note[]>();
  for (const note of notes) groups.set(note.id, [...(groups.get(note.id) ?? []), note]);
  return groups;
}

async function startServers(redisUrl: string, publicKey: string) {
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), "webhooks-loss-"));
  const [program, NOTES] = [join(folder, "server.mjs"), join(folder, "notes")];
  writeFileSync(NOTES, "");
  const entry = fileURLToPath(new URL("./loss-server.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile: program, bundle: true, format: "esm", platform: "node" });
  const ports = [await freePort(), await freePort()];
  const children: ChildProcess[] = [];
  const deaths = new Map<number, number>();
  const PEERS = join(peersFolder, "package.json");
  const start = (index: number) => {
    const env = {
      ...process.env,
      PEERS,
      REDIS_URL: redisUrl,
      PUBLIC_KEY: publicKey,
      PORT: String(ports[index]),
      NOTES,
    };
    children[index] = spawn(process.execPath, [program], { env, stdio: ["ignore", "ignore", "inherit"] });
  };
  const notes = () => readFileSync(NOTES, "utf8").trim().split("\n").map(toNote);
  const listening = async (starts: number) => {
    while (notes().filter(({ word }) => word === "listening").length < starts) await sleep(25);
  };
  for (const index of [0, 1]) start(index);
  await listening(2);
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}/webhooks`),
    deaths,
    notes,
    kill: async (index: 0 | 1) => {
      const child = children[index];
      child?.kill("SIGKILL");
      deaths.set(child?.pid ?? 0, Date.now());
      await sleep(500);
      start(index);
      await listening(deaths.size + 2);
    },
    pause: async (index: 0 | 1, seconds: number) => {
      children[index]?.kill("SIGSTOP");
      await sleep(seconds * 1000);
      children[index]?.kill("SIGCONT");
    },
    stop: () => {
      for (const child of children) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function toNote(line: string): Note {
  const [word = "", id = "", pid, at] = line.split(" ");
  return { word, id, pid: Number(pid), at: Number(at) };
}
