import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Middleware, TelnyxVoice, TelnyxVoiceOptions } from "@telnyx-voice/client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort, GuidePrograms } from "./guides/guide-programs.ts";
import { ScriptedServer } from "./guides/scripted-server.ts";
import { installPeers, loadPeer, peersFolder } from "./webhooks/peers.ts";

interface Span {
  readonly name: string;
  readonly kind: number;
  readonly ended: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly status: { readonly code: number; readonly message?: string };
  readonly parentSpanContext?: { readonly spanId: string };
  spanContext(): { readonly traceId: string; readonly spanId: string };
}

interface Api {
  readonly trace: {
    disable(): void;
    getTracer(name: string): {
      startActiveSpan<Result>(name: string, run: (span: Span & { end(): void }) => Result): Result;
    };
  };
  readonly context: { disable(): void };
  readonly propagation: { disable(): void };
}

interface Sdk {
  readonly InMemorySpanExporter: new () => { getFinishedSpans(): Span[]; reset(): void };
  readonly SimpleSpanProcessor: new (exporter: object) => object;
  readonly NodeTracerProvider: new (options: object) => { register(): void; shutdown(): Promise<void> };
}

let programs: GuidePrograms;
let faults: string;
let api: Api;
let exporter: InstanceType<Sdk["InMemorySpanExporter"]>;
let provider: InstanceType<Sdk["NodeTracerProvider"]>;
let Client: typeof TelnyxVoice;
let tracing: () => Middleware;
/** How many spans were begun. */
let begun = 0;

beforeAll(async () => {
  installPeers();
  programs = new GuidePrograms(["opentelemetry"], `${peersFolder}/node_modules`);
  faults = programs.compile(["opentelemetry"], { rewriteRelativeImportExtensions: true });
  api = loadPeer<Api>("@opentelemetry/api");
  const sdk = loadPeer<Sdk>("@opentelemetry/sdk-trace-node");
  exporter = new (loadPeer<Sdk>("@opentelemetry/sdk-trace-base").InMemorySpanExporter)();
  const counter = { onStart: () => void begun++, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} };
  provider = new sdk.NodeTracerProvider({ spanProcessors: [new sdk.SimpleSpanProcessor(exporter), counter] });
  provider.register();
  ({ tracing } = await import(`${programs.folder}/opentelemetry/tracing.js`));
  ({ TelnyxVoice: Client } = await import(`${programs.folder}/node_modules/@telnyx-voice/client/dist/index.js`));
}, 180_000);
afterAll(async () => {
  for (const part of [api?.trace, api?.context, api?.propagation]) part?.disable();
  await provider?.shutdown();
  programs?.remove();
});

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  exporter.reset();
  begun = 0;
});

/** Plays Telnyx on loopback; gives a client that is led there, and what comes. */
async function start(answer: RequestListener, options: TelnyxVoiceOptions = {}) {
  const requests: IncomingMessage[] = [];
  server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/v2`;
  const client = new Client({ apiKey: "KEY", baseUrl, middleware: [tracing()], ...options });
  return { client, port, baseUrl, requests };
}

const dial = { connection_id: "7", from: "+13125550100", to: "+13125550199" };
const ok: RequestListener = (_, response) => {
  response.setHeader("content-type", "application/json").end('{"data":{"call_control_id":"v3:1"}}');
};
const answerWith =
  (...statuses: number[]): RequestListener =>
  (request, response) => {
    const status = statuses.shift() ?? 200;
    if (status === 200) return ok(request, response);
    response.writeHead(status, { "retry-after": "0" }).end();
  };

/** The spans that have ended, each by its name, its attributes and the code of its status (0 is unset, 2 an error). */
const spans = () =>
  exporter.getFinishedSpans().map(({ name, kind, attributes, status: { code } }) => ({ name, kind, attributes, code }));

it("compiles strictly, against the packed packages and OpenTelemetry's", () => {
  expect(faults).toBe("");
});

describe("a span", () => {
  it("has what the conventions ask for", async () => {
    const { client, port, baseUrl } = await start(ok);
    await client.calls.actions.answer("v3:a b", {});
    expect(spans()).toEqual([
      {
        name: "POST /calls/{call_control_id}/actions/answer",
        // CLIENT
        kind: 2,
        code: 0,
        attributes: {
          "http.request.method": "POST",
          "http.response.status_code": 200,
          "server.address": "127.0.0.1",
          "server.port": port,
          "url.full": `${baseUrl}/calls/v3%3Aa%20b/actions/answer`,
          "url.template": "/calls/{call_control_id}/actions/answer",
        },
      },
    ]);
  });

  it("has the port of the scheme where the address has none", async () => {
    const fetch = async () => Response.json({ data: {} });
    const { client } = await start(ok, { fetch, baseUrl: "https://api.telnyx.com/v2" });
    await client.calls.retrieveStatus("v3:1");
    expect(spans()[0]?.attributes).toMatchObject({ "server.address": "api.telnyx.com", "server.port": 443 });
  });

  it("has no secret of the query, and no id in its name", async () => {
    const { client, baseUrl, requests } = await start(ok);
    const query = { access_token: "hidden1", filter: { name: "shown" }, "X-Goog-Signature": "hidden2" };
    await client.request("GET", "/phone_numbers/1293384261075731499", { query });
    await client.http.GET(
      "/calls/{call_control_id}" as never,
      { params: { path: { call_control_id: "v3:1" } } } as never,
    );
    expect(requests[0]?.url).toContain("hidden1");
    expect(JSON.stringify(spans())).not.toMatch(/hidden|KEY/);
    expect(spans().map(({ name }) => name)).toEqual(["GET /phone_numbers/{id}", "GET /calls/{call_control_id}"]);
    const full = `${baseUrl}/phone_numbers/1293384261075731499`;
    expect(decodeURIComponent(`${spans()[0]?.attributes["url.full"]}`)).toBe(
      `${full}?access_token=REDACTED&filter[name]=shown&X-Goog-Signature=REDACTED`,
    );
  });

  it("is an error for 4xx and 5xx, by its status", async () => {
    const { client } = await start(answerWith(422));
    await expect(client.calls.dial(dial)).rejects.toMatchObject({ status: 422 });
    expect(spans()).toMatchObject([{ code: 2, attributes: { "error.type": "422", "http.response.status_code": 422 } }]);
  });

  it("is made for each attempt, beside the others", async () => {
    const { client } = await start(answerWith(503, 500));
    await client.calls.dial(dial);
    expect(spans().map(({ code, attributes }) => [code, attributes["error.type"]])).toEqual([
      [2, "503"],
      [2, "500"],
      [0, undefined],
    ]);
    expect(begun).toBe(3);
  });

  it("tells how often the request was sent before", async () => {
    const { client } = await start(answerWith(503, 500));
    await client.calls.dial(dial);
    expect(spans().map(({ attributes }) => attributes["http.request.resend_count"])).toEqual([undefined, 1, 2]);
  });

  it("goes with the request, so that the trace goes on there", async () => {
    const { client, requests } = await start(answerWith(503));
    const parent = await api.trace.getTracer("test").startActiveSpan("call", async (span) => {
      await client.calls.dial(dial);
      span.end();
      return span;
    });
    const [first, second, call] = exporter.getFinishedSpans();
    const { traceId, spanId } = parent.spanContext();
    expect(call?.name).toBe("call");
    expect([first, second].map((span) => span?.parentSpanContext?.spanId)).toEqual([spanId, spanId]);
    expect(requests.map(({ headers }) => headers["traceparent"])).toEqual(
      [first, second].map((span) => `00-${traceId}-${span?.spanContext().spanId}-01`),
    );
  });
});

describe("a span ends", () => {
  const failure = (call: PromiseLike<unknown>) =>
    Promise.resolve(call).then(
      () => expect.unreachable(),
      (error: Error) => error.name,
    );

  it("where nobody listens", async () => {
    const client = new Client({
      apiKey: "KEY",
      baseUrl: `http://127.0.0.1:${await freePort()}/v2`,
      maxRetries: 0,
      middleware: [tracing()],
    });
    expect(await failure(client.calls.dial(dial))).toBe("ConnectionError");
    expect(spans()).toMatchObject([{ code: 2, attributes: { "error.type": "ECONNREFUSED" } }]);
    expect(spans()[0]?.attributes).not.toHaveProperty(["http.response.status_code"]);
  });

  it("where the connection breaks", async () => {
    const { client } = await start((request) => request.socket.destroy(), { maxRetries: 1 });
    expect(await failure(client.calls.dial(dial))).toBe("ConnectionError");
    expect(spans().map(({ attributes }) => attributes["error.type"])).toEqual(["UND_ERR_SOCKET", "UND_ERR_SOCKET"]);
  });

  it("where no answer comes in time", async () => {
    const { client } = await start(() => {}, { timeout: 50, maxRetries: 1 });
    expect(await failure(client.calls.dial(dial))).toBe("TimeoutError");
    await sleep(20);
    expect(spans().map(({ attributes }) => attributes["error.type"])).toEqual(["TimeoutError", "TimeoutError"]);
    expect(begun).toBe(2);
  });

  it.each([
    ["is aborted", (controller: AbortController) => controller.abort()],
    ["is aborted with a reason", (controller: AbortController) => controller.abort(new Error("the caller hung up"))],
  ])("where the call %s", async (_, abort) => {
    const controller = new AbortController();
    const { client } = await start(() => abort(controller));
    expect(await failure(client.calls.dial(dial, { signal: controller.signal }))).toBe("AbortError");
    await sleep(20);
    expect(spans()).toMatchObject([{ code: 2, attributes: { "error.type": "AbortError" } }]);
    expect(begun).toBe(1);
  });

  it("where the call is aborted between two attempts: there is none for the one that was not made", async () => {
    const controller = new AbortController();
    const { client } = await start((_, response) => {
      response.writeHead(503, { "retry-after": "5" }).end();
      setTimeout(() => controller.abort(), 30);
    });
    expect(await failure(client.calls.dial(dial, { signal: controller.signal }))).toBe("AbortError");
    await sleep(20);
    expect(spans()).toMatchObject([{ attributes: { "error.type": "503" } }]);
    expect(begun).toBe(1);
  });

  it("where other middleware throws, gives an answer itself, or takes too long", async () => {
    const thrown: Middleware = {
      onRequest({ schemaPath }) {
        if (schemaPath === "/calls") throw new Error("no");
      },
      onResponse() {
        throw new Error("no");
      },
    };
    const cached: Middleware = { onRequest: () => Response.json({ data: {} }) };
    const slow: Middleware = { onRequest: () => sleep(100) };
    const { client } = await start(ok, { middleware: [thrown, tracing()], maxRetries: 0 });
    await failure(client.calls.dial(dial));
    expect(begun).toBe(0);
    await failure(client.calls.retrieveStatus("v3:1"));
    expect([begun, spans().length]).toEqual([1, 1]);
    await client.withOptions({ middleware: [cached, tracing()] }).calls.retrieveStatus("v3:1");
    expect([begun, spans().length]).toEqual([1, 1]);
    await failure(client.withOptions({ middleware: [slow, tracing()], timeout: 50 }).calls.retrieveStatus("v3:1"));
    await sleep(100);
    expect(begun).toBeGreaterThan(1);
    expect(spans()).toHaveLength(begun);
  });

  it("with the head of the answer, where its body breaks off", async () => {
    const { client } = await start((request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write("{");
      setTimeout(() => request.socket.destroy(), 30);
    });
    expect(await failure(client.calls.dial(dial, { maxRetries: 0 }))).not.toBe("AbortError");
    expect(spans()).toMatchObject([{ code: 0, attributes: { "http.response.status_code": 200 } }]);
  });
});

describe("dial.ts", () => {
  it("prints the spans of both attempts, below one for all", async () => {
    const telnyx = await ScriptedServer.start((_, count) =>
      count === 0
        ? { status: 503, headers: { "retry-after": "0" } }
        : { status: 200, json: { data: { call_control_id: "v3:1" } } },
    );
    const program = await programs.launch("opentelemetry/dial.ts", telnyx.environment);
    expect(await program.ended).toBe(0);
    await telnyx.close();
    const printed = program.printed();
    expect([...printed.matchAll(/^ {2}name: '(.*)'/gm)].map(([, name]) => name)).toEqual([
      "POST /calls",
      "POST /calls",
      "invite",
    ]);
    expect(new Set([...printed.matchAll(/^ {2}traceId: '(\w+)'/gm)].map(([, id]) => id)).size).toBe(1);
  });

  it("marks the call as failed", async () => {
    const telnyx = await ScriptedServer.start(() => ({ status: 401 }));
    const program = await programs.launch("opentelemetry/dial.ts", telnyx.environment);
    expect(await program.ended).toBe(1);
    await telnyx.close();
    expect(program.printed()).toContain("'error.type': '401'");
    expect(program.printed()).toMatch(/name: 'invite'[\s\S]*AuthenticationError[\s\S]*/);
  });
});
