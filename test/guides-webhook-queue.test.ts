// The programs of the guide to the queue, one at a time; `webhooks-queue.test.ts` kills them by the hundred.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { buildEvent, createTestKeyPair } from "@telnyx-voice/webhooks/testing";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { GuidePrograms, RunningProgram } from "./guides/guide-programs.ts";
import { ScriptedServer, type Step } from "./guides/scripted-server.ts";
import { compileQueueGuide, queueGuide } from "./webhooks/queue-programs.ts";
import { hasRedis, type RedisServer, startRedis } from "./webhooks/redis-server.ts";
import { TelnyxSender } from "./webhooks/telnyx-sender.ts";

const { publicKey, privateKey } = await createTestKeyPair();
const ok: Step = { status: 200, json: { data: { result: "ok" } } };
const alive: Step = { status: 200, json: { data: { is_alive: true } } };
const payload = { call_control_id: "v3:caller", direction: "incoming" } as const;
const answer = (id: string) => ({ line: "POST /calls/v3:caller/actions/answer", body: { command_id: id } });

let programs: GuidePrograms;
let redis: RedisServer;
let telnyx: ScriptedServer;
let step: (line: string, count: number) => Step;
const sender = new TelnyxSender(privateKey);
const running: RunningProgram[] = [];

beforeAll(() => {
  programs = compileQueueGuide();
}, 180_000);
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ signal }) => signal("SIGKILL")));
  await telnyx?.close();
  await redis?.stop();
});
afterAll(() => {
  sender.close();
  programs?.remove();
});

async function startPlaces() {
  redis = await startRedis("always");
  step = () => ok;
  telnyx = await ScriptedServer.start(({ line }, count) => step(line, count));
}

async function run(name: string, args: readonly string[] = []): Promise<RunningProgram> {
  const environment = { REDIS_URL: redis.url, TELNYX_PUBLIC_KEY: publicKey, ...telnyx.environment };
  const file = `${queueGuide}/${name}`;
  const program =
    name === "server.ts" ? await programs.start(file, environment) : await programs.launch(file, environment, args);
  running.push(program);
  return program;
}

/** Starts the guide's worker with another `handle-event.ts`. */
async function runWith(handler: string): Promise<RunningProgram> {
  const folder = `${programs.folder}/${queueGuide}`;
  writeFileSync(`${folder}/other-event.js`, handler);
  const worker = readFileSync(`${folder}/worker.js`, "utf8").replace("./handle-event.js", "./other-event.js");
  writeFileSync(`${folder}/other-worker.js`, worker);
  return run("other-worker.js");
}

const until = async (isSo: () => boolean | Promise<boolean>) => {
  for (let tries = 0; !(await isSo()); tries++) {
    if (tries === 1_200) throw new Error("It did not come to that within 30 seconds.");
    await sleep(25);
  }
};

it("the guide to the queue has code that compiles strictly, against the packed packages", () => {
  expect(existsSync(`${programs.folder}/${queueGuide}/server.js`)).toBe(true);
});

describe.skipIf(!hasRedis)("the guide to the queue", () => {
  it("has an event answered once, however often and wherever it is delivered", async () => {
    await startPlaces();
    const servers = [await run("server.ts"), await run("server.ts")];
    const worker = await run("worker.ts");
    const event = buildEvent("call.initiated", { payload });
    const urls = [0, 1, 0, 1].map((index) => servers[index]?.url ?? "");
    expect(await Promise.all(urls.map((url) => sender.attempt(url, event)))).toEqual([200, 200, 200, 200]);
    await worker.prints("answered v3:caller");
    // One that has started since knows nothing but what the queue knows.
    const late = await run("server.ts");
    expect(await sender.attempt(late.url, event)).toBe(200);
    await sleep(1_500);
    expect(telnyx.requests).toEqual([answer(event.data.id)]);
    expect(worker.printed()).toBe("answered v3:caller\n");
  }, 30_000);

  it.each([
    ["a number", { id: "12345" }],
    ["with colons", { id: "a:b" }],
    ["none", { id: undefined }],
  ])(
    "takes events whose id is %s",
    async (_, change) => {
      await startPlaces();
      const server = await run("server.ts");
      const worker = await run("worker.ts");
      const event = buildEvent("call.hangup");
      const sent = { ...event, data: { ...event.data, ...change } };
      expect([await sender.attempt(server.url, sent), await sender.attempt(server.url, sent)]).toEqual([200, 200]);
      await worker.prints("call.hangup");
      await sleep(500);
      expect(worker.printed().trim().split("\n")).toEqual([
        expect.stringMatching(/^call\.hangup (12345|a:b|digest:.+)$/),
      ]);
    },
    30_000,
  );

  it("answers 500 in time while Redis is away or hangs, and takes the event once it is back", async () => {
    await startPlaces();
    const server = await run("server.ts");
    const event = buildEvent("call.initiated", { payload });
    const attempt = async (within: number) => {
      const begun = performance.now();
      const status = await sender.attempt(server.url, event);
      return [status, performance.now() - begun < within];
    };
    redis.signal("SIGSTOP");
    expect(await attempt(1_900)).toEqual([500, true]);
    redis.signal("SIGCONT");
    const restarted = redis.restart(2);
    await sleep(200);
    expect(await attempt(900)).toEqual([500, true]);
    await restarted;
    await until(async () => (await sender.attempt(server.url, event)) === 200);
    const worker = await run("worker.ts");
    await worker.prints("answered v3:caller");
    await sleep(1_500);
    expect(telnyx.requests).toEqual([answer(event.data.id)]);
  }, 30_000);

  it("does not serve before there is a Redis", async () => {
    await startPlaces();
    const away = redis.restart(2);
    await sleep(200);
    const begun = performance.now();
    const server = await run("server.ts");
    expect(performance.now() - begun).toBeGreaterThan(1_500);
    await away;
    expect(await sender.attempt(server.url, buildEvent("call.hangup"))).toBe(200);
  }, 30_000);

  it("has a job run again whose worker died in it, which looks first at what was done", async () => {
    await startPlaces();
    const server = await run("server.ts");
    const event = buildEvent("call.initiated", { payload });
    expect(await sender.attempt(server.url, event)).toBe(200);
    step = () => "is silent";
    for (const requests of [1, 2]) {
      const worker = await run("worker.ts");
      await until(() => telnyx.requests.length === requests);
      worker.signal("SIGKILL");
    }
    step = (line) => (line.startsWith("GET") ? alive : ok);
    const worker = await run("worker.ts");
    await worker.prints("answered v3:caller");
    expect(worker.printed()).toContain(`call.initiated event-${event.data.id}: run 3, cut off before: 2\n`);
    const asked = { line: "GET /calls/v3:caller", body: undefined };
    expect(telnyx.requests).toEqual([answer(event.data.id), asked, asked, answer(event.data.id)]);
  }, 60_000);

  it("and leaves a call alone that is over by then", async () => {
    await startPlaces();
    step = (_, count) => (count === 0 ? "is silent" : { status: 200, json: { data: { is_alive: false } } });
    const server = await run("server.ts");
    const first = await run("worker.ts");
    expect(await sender.attempt(server.url, buildEvent("call.initiated", { payload }))).toBe(200);
    await until(() => telnyx.requests.length === 1);
    first.signal("SIGKILL");
    const second = await run("worker.ts");
    await second.prints("over v3:caller");
    expect(telnyx.requests).toHaveLength(2);
  }, 30_000);

  it("keeps a job that fails each time, which retry-failed.ts shows and has run again", async () => {
    await startPlaces();
    step = () => ({ status: 401 });
    const server = await run("server.ts");
    const worker = await run("worker.ts");
    const event = buildEvent("call.initiated", { payload });
    expect(await sender.attempt(server.url, event)).toBe(200);
    const id = `event-${event.data.id}`;
    await until(() => (worker.printed().match(/^failed: call\.initiated /gm)?.length ?? 0) === 5);
    const listed = await run("retry-failed.ts");
    expect(await listed.ended).toBe(0);
    expect(listed.printed()).toMatch(new RegExp(`^${id} call\\.initiated .+\n$`));
    step = (line) => (line.startsWith("GET") ? alive : ok);
    const retried = await run("retry-failed.ts", [id]);
    expect(await retried.ended).toBe(0);
    await worker.prints("answered v3:caller");
    expect(worker.printed()).toContain(`${id}: run 6, cut off before: 0\n`);
    const emptied = await run("retry-failed.ts");
    expect(await emptied.ended).toBe(0);
    expect(emptied.printed()).toBe("");
  }, 60_000);

  it("ends at SIGTERM: a server at once, a worker with its job", async () => {
    await startPlaces();
    const server = await run("server.ts");
    const worker = await runWith(`import { setTimeout as sleep } from "node:timers/promises";
export async function handleEvent() {
  console.log("begun");
  await sleep(1_500);
  console.log("done");
}\n`);
    expect(await sender.attempt(server.url, buildEvent("call.hangup"))).toBe(200);
    await worker.prints("begun");
    worker.signal("SIGTERM");
    server.signal("SIGTERM");
    expect(await Promise.all([worker.ended, server.ended])).toEqual([0, 0]);
    expect(worker.printed()).toBe("begun\ndone\n");
    const next = await run("worker.ts");
    await sleep(2_500);
    expect(next.printed()).toBe("");
  }, 30_000);

  it("has no job run again that fails for good", async () => {
    await startPlaces();
    const server = await run("server.ts");
    const worker = await runWith(`import { UnrecoverableError } from "bullmq";
export async function handleEvent() {
  throw new UnrecoverableError("over");
}\n`);
    const event = buildEvent("call.hangup");
    expect(await sender.attempt(server.url, event)).toBe(200);
    await worker.prints("failed:");
    await sleep(1_500);
    expect(worker.printed()).toBe(`failed: call.hangup event-${event.data.id} over\n`);
    const listed = await run("retry-failed.ts");
    expect(await listed.ended).toBe(0);
    expect(listed.printed()).toBe(`event-${event.data.id} call.hangup over\n`);
  }, 30_000);
});
