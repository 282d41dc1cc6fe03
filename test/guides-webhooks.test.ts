import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { buildEvent, createTestKeyPair, signWebhook } from "@telnyx-voice/webhooks/testing";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GuidePrograms } from "./guides/guide-programs.ts";
import { startWorker } from "./guides/guide-worker.ts";
import { ScriptedServer } from "./guides/scripted-server.ts";
import { isAvailable } from "./runtimes/run.ts";
import { workerd } from "./runtimes/workerd.ts";
import { lambdaEvent } from "./webhooks/lambda-event.ts";
import { installPeers, peersFolder } from "./webhooks/peers.ts";
import { hasRedis, startRedis } from "./webhooks/redis-server.ts";

const { publicKey, privateKey } = await createTestKeyPair();
const environment = { TELNYX_PUBLIC_KEY: publicKey };

let programs: GuidePrograms;
let faults: string;
const running: { readonly stop: () => Promise<void> }[] = [];

beforeAll(() => {
  installPeers();
  programs = new GuidePrograms(["webhooks"], `${peersFolder}/node_modules`);
  // Next.js and bundlers for Workers take imports without an extension.
  const bundler = { module: "preserve", moduleResolution: "bundler", rewriteRelativeImportExtensions: true };
  faults = programs.compile(["webhooks"], bundler);
}, 180_000);
afterEach(async () => {
  for (const { stop } of running.splice(0).reverse()) await stop();
});
afterAll(() => programs?.remove());

/** Starts something, which ends with the test. */
async function started<Program extends { readonly stop: () => Promise<void> }>(starting: Promise<Program>) {
  const program = await starting;
  running.push(program);
  return program;
}

type Send = (body: string, headers: Record<string, string>) => Promise<number>;

/** Delivers an event, once more, and changed on its way; gives the statuses. */
async function deliver(send: Send): Promise<number[]> {
  const event = buildEvent("call.initiated", { payload: { from: "+13125550142", direction: "incoming" } });
  const { body, headers } = await signWebhook({ event, privateKey });
  const other = await signWebhook({ event: buildEvent("call.bridged"), privateKey });
  return [
    await send(body, headers),
    await send(body, headers),
    await send(body.replace("5550142", "5550143"), headers),
    await send(body, {}),
    await send(other.body, other.headers),
  ];
}

const wanted = [200, 200, 401, 401, 200];
const handled = "incoming call from +13125550142\n";
const byFetch =
  (url: string): Send =>
  async (body, headers) =>
    (await fetch(url, { method: "POST", body, headers })).status;

/** The lines that the handlers have printed. */
const linesOf = (printed: string) =>
  printed.split("\n").filter((line) => /^(incoming|outgoing|over:|call\.)/.test(line));

function expectHandledOnce(printed: string): void {
  expect(linesOf(printed)).toEqual([handled.trim(), expect.stringMatching(/^call\.bridged [0-9a-f-]{36}$/)]);
  expect(printed).toContain("signature-mismatch");
}

describe("the guide to webhooks", () => {
  it("has code that compiles strictly, against the packed packages", () => {
    expect(faults).toBe("");
  });

  it.each(["express", "fastify", "koa", "koa-parsed", "hono"])(
    "receives in %s, refuses what was changed, handles once",
    async (name) => {
      const program = await started(programs.start(`webhooks/${name}.ts`, environment));
      expect(await deliver(byFetch(`${program.url}webhooks`))).toEqual(wanted);
      await program.stop();
      expectHandledOnce(program.printed());
    },
  );

  it("says what is wrong where Koa has parsed the body, and nothing is done about it", async () => {
    const source = readFileSync(`${programs.folder}/webhooks/koa-parsed.js`, "utf8");
    const spoilt = source.replace("Object.assign(context.req, { rawBody })", "context.req");
    expect(spoilt).not.toBe(source);
    writeFileSync(`${programs.folder}/webhooks/koa-spoilt.js`, spoilt);
    const program = await started(programs.start("webhooks/koa-spoilt.js", environment));
    const { body, headers } = await signWebhook({ event: buildEvent("call.bridged"), privateKey });
    expect(await byFetch(`${program.url}webhooks`)(body, headers)).toBe(500);
    await program.stop();
    expect(program.printed()).toContain("The body was parsed before the webhook handler saw it");
  });

  it("leaves the other routes of Koa to it, with their bodies parsed", async () => {
    const source = readFileSync(`${programs.folder}/webhooks/koa.js`, "utf8");
    const more = source.replace(/app\.listen/, "app.use((context) => (context.body = context.request.body));\n$&");
    writeFileSync(`${programs.folder}/webhooks/koa-more.js`, more);
    const program = await started(programs.start("webhooks/koa-more.js", environment));
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${program.url}other`, { method: "POST", body: '{"a":1}', headers });
    expect(await response.json()).toEqual({ a: 1 });
  });

  it("receives in the route of Next.js", async () => {
    const outfile = `${programs.folder}/route.mjs`;
    await build({
      entryPoints: [`${programs.folder}/webhooks/app/webhooks/route.js`],
      bundle: true,
      format: "esm",
      outfile,
    });
    const lines: string[] = [];
    const console = { log: (...values: unknown[]) => void lines.push(values.join(" ")) };
    const [original, warn] = [globalThis.console.log, globalThis.console.warn];
    process.env["TELNYX_PUBLIC_KEY"] = publicKey;
    try {
      Object.assign(globalThis.console, console, { warn: console.log });
      const { POST } = (await import(outfile)) as { POST: (request: Request) => Promise<Response> };
      const send: Send = async (body, headers) =>
        (await POST(new Request("https://example.com/webhooks", { method: "POST", body, headers }))).status;
      expect(await deliver(send)).toEqual(wanted);
    } finally {
      Object.assign(globalThis.console, { log: original, warn });
      delete process.env["TELNYX_PUBLIC_KEY"];
    }
    expectHandledOnce(lines.join("\n"));
  });

  const onWorkers = "receives in a Worker, on workerd";
  if (!isAvailable(workerd)) it.skip(`${onWorkers}: not made for ${process.platform} here`);
  else {
    it(onWorkers, async () => {
      const worker = await started(startWorker(programs.folder, "webhooks/worker.js", environment));
      expect(await deliver(byFetch(worker.url))).toEqual(wanted);
      await worker.stop();
      expectHandledOnce(worker.printed());
    });
  }
});

describe("lambda.ts", () => {
  interface Instance {
    readonly handler: (event: object) => Promise<{ statusCode: number; headers: object; body: string }>;
    /** The payloads that were handled. */
    readonly handled: object[];
    /** How long the handlers take, in ms. */
    readonly take: (milliseconds: number) => void;
    /** Of one with a store in Redis. */
    readonly stop: () => Promise<void>;
  }

  /** An instance of the function, with a memory of its own, as Lambda starts them. */
  const startInstance = async (redisUrl?: string): Promise<Instance> => {
    const folder = mkdtempSync(`${programs.folder}/lambda-`);
    const source = readFileSync(`${programs.folder}/webhooks/lambda.js`, "utf8");
    const shared = `import { createRedisStore } from "@telnyx-voice/webhooks/redis";
import { createClient } from "redis";
const client = await createClient({ url: "${redisUrl}" }).connect();
const store = createRedisStore((command) => client.sendCommand(command));
export const stop = () => client.close();
${source.replace("createWebhookHandler({ on })", "createWebhookHandler({ on, store })")}`;
    writeFileSync(`${folder}/lambda.js`, redisUrl === undefined ? source : shared);
    const handlers = `import { setTimeout as sleep } from "node:timers/promises";
export const handled = [];
let duration = 0;
export const take = (milliseconds) => (duration = milliseconds);
export const on = { "call.*": async ({ data }) => (await sleep(duration), handled.push(data.payload)) };\n`;
    writeFileSync(`${folder}/handlers.js`, handlers);
    return { ...(await import(`${folder}/lambda.js`)), ...(await import(`${folder}/handlers.js`)) };
  };
  beforeAll(() => {
    process.env["TELNYX_PUBLIC_KEY"] = publicKey;
  });
  afterAll(() => {
    delete process.env["TELNYX_PUBLIC_KEY"];
  });

  const payload = { caller_id_name: "Zoë 张三 ☎", from: "+13125550142" };
  const signed = () => signWebhook({ event: buildEvent("call.initiated", { payload }), privateKey });

  it.each([
    ["function URL", false],
    ["function URL", true],
    ["HTTP API", false],
    ["HTTP API", true],
  ] as const)("receives by %s, in base64: %s, to the byte", async (by, isBase64) => {
    const { handler, handled } = await startInstance();
    const { body, headers } = await signed();
    expect(await handler(lambdaEvent({ by, isBase64, body, headers }))).toMatchObject({ statusCode: 200, body: "" });
    expect(handled).toMatchObject([payload]);
    expect(await handler(lambdaEvent({ by, isBase64, body, headers }))).toMatchObject({ statusCode: 200 });
    const changed = body.replace("张三", "李四");
    expect(changed).not.toBe(body);
    expect(await handler(lambdaEvent({ by, isBase64, body: changed, headers }))).toMatchObject({
      statusCode: 401,
      headers: expect.any(Object),
      body: expect.stringContaining("signature"),
    });
    expect(handled).toHaveLength(1);
  });

  it("answers what is no delivery", async () => {
    const { handler } = await startInstance();
    const get = await handler(lambdaEvent({ method: "GET", headers: {} }));
    expect(get).toMatchObject({ statusCode: 405, headers: { allow: "POST" } });
    expect((await handler(lambdaEvent({ headers: {} }))).statusCode).toBe(401);
    expect((await handler(lambdaEvent({ body: "{}", headers: {} }))).statusCode).toBe(401);
  });

  it("has answered, and is frozen, only after the handler is done; the next delivery is told so", async () => {
    const { handler, handled, take } = await startInstance();
    take(1_800);
    const { body, headers } = await signed();
    const begun = performance.now();
    expect((await handler(lambdaEvent({ body, headers }))).statusCode).toBe(503);
    expect(performance.now() - begun).toBeGreaterThan(1_790);
    expect(handled).toHaveLength(1);
    expect((await handler(lambdaEvent({ body, headers }))).statusCode).toBe(200);
    expect(handled).toHaveLength(1);
  });

  it("does not know what another instance has handled, without a store that they share", async () => {
    const [one, other] = [await startInstance(), await startInstance()];
    const { body, headers } = await signed();
    for (const { handler } of [one, other]) await handler(lambdaEvent({ body, headers }));
    expect([one.handled.length, other.handled.length]).toEqual([1, 1]);
  });

  it.skipIf(!hasRedis)("waits for another instance that has the event in work, with a store in Redis", async () => {
    const redis = await startRedis();
    running.push(redis);
    const instances = [await started(startInstance(redis.url)), await started(startInstance(redis.url))];
    for (const { take } of instances) take(300);
    const { body, headers } = await signed();
    const answers = await Promise.all(instances.map(({ handler }) => handler(lambdaEvent({ body, headers }))));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(instances.flatMap(({ handled }) => handled)).toHaveLength(1);
  });
});

describe("deliver.ts", () => {
  it("makes a key pair, and tries a server with it", async () => {
    const keys = await started(programs.launch("webhooks/deliver.ts", {}));
    expect(await keys.ended).toBe(0);
    const made = Object.fromEntries([...keys.printed().matchAll(/^export (\w+)=(.+)$/gm)].map(([, ...pair]) => pair));
    expect(Object.keys(made)).toEqual(["TELNYX_PUBLIC_KEY", "TEST_PRIVATE_KEY"]);
    const server = await started(programs.start("webhooks/express.ts", made));
    const trial = await started(
      programs.launch("webhooks/deliver.ts", { ...made, WEBHOOK_URL: `${server.url}webhooks` }),
    );
    expect(await trial.ended).toBe(0);
    await server.stop();
    expect(trial.printed()).toBe("signed: 200\nonce more: 200\nchanged on its way: 401\n");
    expect(linesOf(server.printed())).toEqual([handled.trim()]);
  });
});

describe("replay.ts", () => {
  it("has what was missed handled, once, by the handlers of the server", async () => {
    const payload = { from: "+13125550142", direction: "incoming" } as const;
    const initiated = callEventOf(buildEvent("call.initiated", { payload }).data);
    const hangup = callEventOf(buildEvent("call.hangup", { payload: { hangup_cause: "timeout" } }).data);
    const command = { ...hangup, type: "command", name: "hangup", metadata: {} };
    const data = [initiated, initiated, hangup, command];
    const meta = { page_number: 1, page_size: 20, total_pages: 1, total_results: data.length };
    const telnyx = await ScriptedServer.start(() => ({ status: 200, json: { data, meta } }));
    const since = "2026-01-30T09:00:00Z";
    const program = await started(programs.launch("webhooks/replay.ts", telnyx.environment, [since]));
    expect(await program.ended).toBe(0);
    await telnyx.close();
    const printed = ["incoming call from +13125550142", "call.initiated handled", "call.initiated handled-before"];
    expect(program.printed().trim().split("\n")).toEqual([
      ...printed,
      ...["over: timeout", "call.hangup handled", "hangup ignored"],
    ]);
    const [{ line = "" } = {}] = telnyx.requests;
    expect(line).toMatch(/^GET \/call_events\?/);
    for (const filter of ["filter[type]=webhook", "filter[failed]=true", `filter[occurred_at][gte]=${since}`]) {
      expect(line).toContain(filter);
    }
  });
});

/** A call event, as Telnyx shows one on its page about webhooks. */
function callEventOf(event: { readonly event_type: string }) {
  return {
    call_leg_id: "428c31b6-7af4-4bcb-b7f5-5013ef9657c1",
    call_session_id: "428c31b6-abf3-3bc1-b7f4-5013ef9657c1",
    event_timestamp: "2026-01-30T09:15:00.000Z",
    metadata: { attempt: 1, delivered_to: "https://example.com/webhooks", event, status: "failed" },
    name: event.event_type,
    record_type: "call_event",
    type: "webhook",
  };
}

describe("answer-once.ts", () => {
  it("sends its command under one id, however often the event is delivered", async () => {
    // The client tries three times, then the handler fails; the second delivery succeeds.
    const telnyx = await ScriptedServer.start((_, count) =>
      count < 3 ? { status: 503, headers: { "retry-after": "0" } } : { status: 200, json: { data: { result: "ok" } } },
    );
    const main = `import { createServer } from "node:http";
import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";
import { on } from "./answer-once.js";
createServer(toNodeHandler(createWebhookHandler({ on }))).listen(process.env.PORT);\n`;
    writeFileSync(`${programs.folder}/webhooks/answer-once-server.js`, main);
    const program = await started(
      programs.start("webhooks/answer-once-server.js", { ...environment, ...telnyx.environment }),
    );
    const payload = { call_control_id: "v3:caller", direction: "incoming" } as const;
    const event = buildEvent("call.initiated", { payload });
    const { body, headers } = await signWebhook({ event, privateKey });
    expect(await byFetch(program.url)(body, headers)).toBe(500);
    expect(await byFetch(program.url)(body, headers)).toBe(200);
    await Promise.all([program.stop(), telnyx.close()]);
    const answered = { line: "POST /calls/v3:caller/actions/answer", body: { command_id: event.data.id } };
    expect(telnyx.requests).toEqual([answered, answered, answered, answered]);
  });
});
