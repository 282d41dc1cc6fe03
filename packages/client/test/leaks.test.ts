import { getEventListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it, vi } from "vitest";
import type { RequestOptions, TelnyxVoice } from "../src/index.ts";
import { type Answer, busy, dial, half, hangUp, ok, reply, silence, useServer } from "./loopback.ts";

const room = useServer();

type Run = (client: TelnyxVoice, options: RequestOptions) => PromiseLike<unknown>;

const page = (number: number) => reply(200, { data: [number], meta: { page_number: number, total_pages: 3 } });
const dialOnce: Run = (client, options) => client.calls.dial(dial, options);

const stopping = half("stop");
const stoppingError = half("stop", 500);
const unending = [silence, stopping, stoppingError];

/** The ways a call can go. */
const ways: [string, Answer[], Run][] = [
  ["an answer", [ok], dialOnce],
  ["an error", [reply(422, { errors: [] })], dialOnce],
  ["no JSON", [reply(200, "<h1>")], dialOnce],
  ["retries", [busy, hangUp, ok], dialOnce],
  ["retries in vain", [busy], dialOnce],
  ["a lost connection", [hangUp], dialOnce],
  ["half an answer", [half("close")], dialOnce],
  ["no answer", [silence], dialOnce],
  ["an answer that stops", [stopping], dialOnce],
  ["an error that stops", [stoppingError], dialOnce],
  ["an abort in a wait", [reply(503, "", { "retry-after": "30" })], dialOnce],
  ["nothing sent", [ok], (client, options) => client.queues.retrieve("", options)],
  ["a list", [page(1), page(2), page(3)], (client, options) => client.queues.list(undefined, options).all()],
  ["a response", [ok], async (client, options) => (await client.calls.dial(dial, options).asResponse()).text()],
  ["a download", [ok], async (client, options) => (await client.media.download("a", options)).text()],
  ["an upload", [ok], (client, options) => client.media.upload({ media: Buffer.from("sound") }, options)],
];

/** Makes a call whose failure does not matter. Its signal ends the ones that wait longer than that. */
async function runOnce(answers: Answer[], run: Run, timeout: number): Promise<AbortSignal> {
  const controller = new AbortController();
  room.answers(...answers);
  const timer = setTimeout(() => controller.abort(), 60);
  await Promise.resolve(run(room.client({ timeout }), { signal: controller.signal })).catch(() => {});
  clearTimeout(timer);
  return controller.signal;
}

const later = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

describe("nothing is left", () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const sockets = () => new Promise((resolve) => room.server.getConnections((_error, count) => resolve(count)));

  it.each(ways)(
    "of listeners, timers and sockets (but those kept for the next call) after %s",
    async (_, answers, run) => {
      room.server.closeAllConnections();
      // Only what does not end is not waited for; elsewhere a timer that is left would stay for long.
      const timeout = answers.some((answer) => unending.includes(answer)) ? 10 : 10_000;
      await runOnce(answers, run, timeout);
      const before = timers();
      const signals: AbortSignal[] = [];
      while (signals.length < 5) signals.push(await runOnce(answers, run, timeout));
      expect(signals.map((signal) => getEventListeners(signal, "abort").length)).toEqual([0, 0, 0, 0, 0]);
      // The runtime has one or the other of its own; a leak is one for each call.
      expect(timers()).toBeLessThan(before + signals.length);
      // What was given up is closed soon; on a busy machine, not at once.
      await vi.waitFor(async () => expect(await sockets()).toBeLessThanOrEqual(3), { timeout: 3_000 });
    },
  );
});

describe("many calls", () => {
  it("may have one signal, at once", async () => {
    const { signal } = new AbortController();
    const client = room.client({ fetch: async () => Response.json({ data: [] }) });
    await Promise.all(Array.from({ length: 10 }, () => client.queues.list(undefined, { signal })));
    expect(getEventListeners(signal, "abort").length).toBe(0);
  });

  it("leave nothing behind that their signal holds", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const { signal } = new AbortController();
    const client = room.client({ fetch: async () => Response.json({ data: [] }) });
    const refs: WeakRef<object>[] = [];
    for (let round = 0; round < 20; round++) {
      refs.push(new WeakRef(await client.queues.list(undefined, { signal })));
      refs.push(new WeakRef(await client.queues.list(undefined, { signal }).asResponse()));
    }
    for (let round = 0; round < 20 && refs.some((ref) => ref.deref()); round++) {
      await later(5);
      collect();
    }
    expect(refs.filter((ref) => ref.deref()).length).toBeLessThanOrEqual(1);
    expect(signal.aborted).toBe(false);
  });
});
