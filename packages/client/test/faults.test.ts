import { createServer, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import {
  AbortError,
  ApiError,
  ConnectionError,
  type Middleware,
  type TelnyxError,
  type TelnyxVoice,
  type TelnyxVoiceOptions,
  TimeoutError,
} from "../src/index.ts";
import {
  type Answer,
  busy,
  deadAddress,
  dial,
  failureOf,
  half,
  hangUp,
  ok,
  reply,
  silence,
  startServer,
  useServer,
} from "./loopback.ts";

const room = useServer();

/** Sends a byte every few milliseconds, without end. */
const drip: Answer = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(timer));
};

const broken = "the answer broke off";

describe("a server that fails", () => {
  it.each<[string, Answer, new (...args: never[]) => TelnyxError, string]>([
    ["hangs up before the headers", hangUp, ConnectionError, "the connection failed (other side closed)"],
    ["hangs up in the body", half("close"), ConnectionError, broken],
    ["hangs up in the body of an error", half("close", 500), ConnectionError, broken],
    ["never answers", silence, TimeoutError, "no answer within 40 ms"],
    ["stops in the body", half("stop"), TimeoutError, "no answer within 40 ms"],
    ["stops in the body of an error", half("stop", 422), TimeoutError, "no answer within 40 ms"],
    ["drips", drip, TimeoutError, "no answer within 40 ms"],
    ["compresses badly", reply(200, {}, { "content-encoding": "gzip" }), ConnectionError, broken],
  ])("%s", async (_, answer, ErrorClass, want) => {
    room.answers(answer);
    const started = performance.now();
    // Only what does not come is not waited for: a busy machine may take its time.
    const timeout = ErrorClass === TimeoutError ? 40 : 10_000;
    const error = await failureOf(room.client({ timeout, maxRetries: 0 }).calls.dial(dial));
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ name: ErrorClass.name, message: `POST /calls: ${want}` });
    // What the runtime says of it.
    if (ErrorClass !== TimeoutError) expect((error as TelnyxError).cause).toBeInstanceOf(Error);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it.each<[string, Answer, number, string]>([
    ["a page of HTML", reply(200, "<h1>Welcome</h1>"), 200, "the answer is no JSON (text/html)"],
    [
      "half of a JSON",
      reply(200, '{"data":', { "content-type": "application/json" }),
      200,
      "the answer is no JSON (application/json)",
    ],
    ["an empty answer", reply(200, ""), 200, "the answer is empty"],
    ["204", reply(204), 204, "the answer is empty"],
    ["304", reply(304), 304, "Not Modified"],
  ])("answers with %s where JSON is expected", async (_, answer, status, want) => {
    room.answers(answer);
    const error = await failureOf(room.client().calls.dial(dial));
    expect(error).toBeInstanceOf(ApiError);
    const where = status < 300 ? ` (at ${room.origin}/v2)` : "";
    expect(error).toMatchObject({ status, message: `${status} POST /calls: ${want}${where}` });
    // It may have placed the call.
    expect(room.requests.length).toBe(1);
  });

  it("answers with a body where none is expected, which is let be", async () => {
    room.answers(reply(200, "<h1>Gone</h1>"));
    expect(await room.client().queues.delete("support")).toBeUndefined();
  });

  it("is not there", async () => {
    const error = await failureOf(room.client({ baseUrl: await deadAddress(), maxRetries: 0 }).queues.list());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^GET \/queues: the connection failed \(connect ECONNREFUSED 127/),
      cause: expect.any(TypeError),
    });
  });

  it.each([
    ["is none of HTTP", (socket: Socket) => socket.end("220 mail.example.com ESMTP\r\n")],
    [
      "sends headers without end",
      (socket: Socket) => socket.write(`HTTP/1.1 200 OK\r\nx-a: ${"a".repeat(200_000)}\r\n`),
    ],
    ["resets", (socket: Socket) => socket.resetAndDestroy()],
  ])("%s", async (_, answer) => {
    const server = createServer((socket) => socket.on("error", () => {}).on("data", () => answer(socket)));
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const baseUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    const error = await failureOf(room.client({ baseUrl, maxRetries: 0, timeout: 2000 }).queues.list());
    expect((error as Error).constructor).toBe(ConnectionError);
    server.close();
  });

  it("forgets connections that were kept open", async () => {
    const client = room.client();
    await client.calls.dial(dial);
    room.server.closeAllConnections();
    await client.calls.dial(dial);
    expect(room.requests.length).toBeGreaterThan(1);
  });
});

describe("a redirection", () => {
  it.each([
    ["a method", (client: TelnyxVoice) => client.queues.list(undefined, { headers: { "x-call": "1" } })],
    ["client.http", (client: TelnyxVoice) => client.http.GET("/queues", { headers: { "x-call": "1" } })],
  ])("to another server is followed with GET, with none of the headers: %s", async (_, call) => {
    const other = await startServer(() => reply(200, { data: ["elsewhere"] }));
    const onRequest: Middleware["onRequest"] = ({ request }) => request.headers.set("x-middleware", "1");
    const ways: TelnyxVoiceOptions[] = [{}, { apiKey: () => "KEY123" }, { middleware: [{ onRequest }] }, { fetch }];
    for (const options of ways) {
      room.answers(reply(302, "", { location: `${other.origin}/moved` }));
      const client = room.client({ headers: { "x-internal": "1" }, ...options });
      expect((await call(client)).data).toMatchObject({});
      const { url, headers } = other.requests.at(-1) ?? {};
      expect(url).toBe("/moved");
      expect(Object.keys(headers ?? {}).filter((name) => /^x-|authorization|cookie/.test(name))).toEqual([]);
      expect(room.last.headers).toMatchObject({ "x-internal": "1", "x-call": "1" });
    }
    expect(other.requests.length).toBe(4);
    await other.close();
  });

  it("that leads back home has the headers again", async () => {
    const other = await startServer(() => reply(302, "", { location: `${room.origin}/v2/back` }));
    room.answers(reply(302, "", { location: `${other.origin}/away` }), ok);
    await room.client({ headers: { "x-internal": "1" } }).queues.list();
    expect(room.last).toMatchObject({
      url: "/v2/back",
      headers: { authorization: "Bearer KEY123", "x-internal": "1" },
    });
    await other.close();
  });

  it.each([["file:///etc/passwd"], ["data:application/json,{}"]])("to %s is not followed", async (location) => {
    room.answers(reply(302, "", { location }));
    const error = await failureOf(room.client().queues.list());
    expect(error).toMatchObject({ status: 302, message: expect.stringContaining("which is not followed") });
    expect(room.requests.length).toBe(1);
  });

  it("is left to a browser, which does not say where it leads", async () => {
    const sent: Request[] = [];
    const fetch = async (request: Request) => {
      sent.push(request);
      if (request.redirect === "follow") return Response.json({ data: ["followed"] });
      return Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
    };
    expect((await room.client({ fetch }).queues.list()).data).toEqual(["followed"]);
    expect(sent[1]?.headers.get("authorization")).toBe("Bearer KEY123");
  });

  it("on the same server is followed with GET, with the key", async () => {
    room.answers(reply(301, "", { location: "/v2/moved" }), ok);
    await room.client().queues.list();
    expect(room.last).toMatchObject({ url: "/v2/moved", headers: { authorization: "Bearer KEY123" } });
  });

  it.each([[301], [302], [303], [307], [308]])("with %i is not followed with a command", async (status) => {
    const other = await startServer(() => ok);
    room.answers(reply(status, "", { location: `${other.origin}/v2/calls` }));
    expect(await failureOf(room.client().calls.dial(dial))).toMatchObject({
      status,
      message: `${status} POST /calls: redirected to ${other.origin}/v2/calls, which is not followed`,
    });
    expect([room.requests.length, other.requests.length]).toEqual([1, 0]);
    await other.close();
  });

  it("in a circle ends", async () => {
    room.answers(reply(302, "", { location: "/v2/queues" }));
    const error = await failureOf(room.client({ maxRetries: 0 }).queues.list());
    expect(error).toMatchObject({ status: 302, message: expect.stringContaining("which is not followed") });
    expect(room.requests.length).toBe(6);
  });
});

describe("a fetch that fails", () => {
  it.each<[string, unknown, string]>([
    ["an error with a cause", new TypeError("fetch failed", { cause: new Error("no route") }), "no route"],
    ["an error", new Error("proxy says no"), "proxy says no"],
    ["a text", "oops", "oops"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
  ])("with %s", async (_, cause, want) => {
    const client = room.client({ maxRetries: 0, fetch: () => Promise.reject(cause) });
    const error = await failureOf(client.queues.list());
    expect(error).toMatchObject({
      name: "ConnectionError",
      message: `GET /queues: the connection failed (${want})`,
      cause,
    });
  });

  it("by throwing", async () => {
    const fetch = () => {
      throw new Error("not a promise");
    };
    expect(await failureOf(room.client({ maxRetries: 0, fetch }).queues.list())).toBeInstanceOf(ConnectionError);
  });

  it("by never ending, whatever its signal says", async () => {
    const client = room.client({ maxRetries: 0, timeout: 20, fetch: () => new Promise(() => {}) });
    expect(await failureOf(client.queues.list())).toBeInstanceOf(TimeoutError);
    const options = { signal: AbortSignal.timeout(10), timeout: 1000 };
    expect(await failureOf(client.queues.list(undefined, options))).toBeInstanceOf(AbortError);
  });
});

describe("a clock that jumps", () => {
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  it.each([
    ["forward", 86_400_000],
    ["back", -86_400_000],
  ])("%s breaks neither timeouts nor waits", async (_, jump) => {
    room.answers(
      (request, response) => {
        Date.now = () => now() + jump;
        busy(request, response);
      },
      silence,
      ok,
    );
    const started = performance.now();
    // A command is another matter: after a jump forward Telnyx may have forgotten it.
    await room.client({ timeout: 400 }).calls.retrieveStatus("v3:abc");
    expect(room.requests.length).toBe(3);
    expect(performance.now() - started).toBeGreaterThan(395);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
