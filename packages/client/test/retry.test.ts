import { describe, expect, it, vi } from "vitest";
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
  useServer,
} from "./loopback.ts";

const room = useServer();
const empty = reply(204);
const status = (code: number, headers = {}) => reply(code, { errors: [] }, headers);

/** How many attempts a request makes where every answer is the same. */
async function attempts(method: string, answer: Answer, options = {}): Promise<number> {
  room.answers(answer);
  const body = /POST|PATCH/.test(method) ? {} : undefined;
  // Counted where they are sent: what is given up early may not arrive on a busy machine.
  const fetch = vi.spyOn(globalThis, "fetch");
  await failureOf(room.client({ timeout: 10_000 }).request(method, "/anything", { body, ...options }));
  const count = fetch.mock.calls.length;
  fetch.mockRestore();
  return count;
}

/** Only what does not come is not waited for: a busy machine may take its time. */
const timeoutFor = (what: string) => ({ timeout: /in time/.test(what) ? 60 : 10_000 });

describe("what may be repeated", () => {
  it.each([
    ["GET", "a lost connection", hangUp, 3],
    ["GET", "half an answer", half("close"), 3],
    ["GET", "half an error", half("close", 500), 3],
    ["GET", "no answer in time", silence, 3],
    ["GET", "no end of the answer in time", half("stop"), 3],
    ["GET", "no end of the error in time", half("stop", 500), 3],
    ["GET", "408", status(408), 3],
    ["GET", "409", status(409), 3],
    ["GET", "500", status(500), 3],
    ["GET", "599", status(599), 3],
    ["GET", "400", status(400), 1],
    ["GET", "401", status(401), 1],
    ["GET", "403", status(403), 1],
    ["GET", "404", status(404), 1],
    ["GET", "422", status(422), 1],
    ["PUT", "a lost connection", hangUp, 3],
    ["PUT", "500", status(500), 3],
    ["DELETE", "a lost connection", hangUp, 3],
    ["DELETE", "409", status(409), 3],
    ["HEAD", "500", status(500), 3],
    ["delete", "500", status(500), 3],
    ["POST", "a lost connection", hangUp, 1],
    ["POST", "half an answer", half("close"), 1],
    ["POST", "no answer in time", silence, 1],
    ["POST", "408", status(408), 1],
    ["POST", "409", status(409), 1],
    ["POST", "500", status(500), 1],
    ["POST", "503 that does not say when", status(503), 1],
    ["POST", "503 that says when", status(503, { "retry-after": "0" }), 3],
    ["POST", "500 that says when", status(500, { "retry-after": "0" }), 1],
    ["PATCH", "a lost connection", hangUp, 1],
    ["PATCH", "500", status(500), 1],
    ["post", "500", status(500), 1],
  ])("%s after %s: %#", async (method, what, answer, want) => {
    expect(await attempts(method, answer, timeoutFor(what))).toBe(want);
  });

  it.each([
    ["a lost connection", hangUp],
    ["half an answer", half("close")],
    ["no answer in time", silence],
    ["500", status(500)],
  ])("POST after %s, where the caller wants it", async (what, answer) => {
    expect(await attempts("POST", answer, { retryNonIdempotent: true, ...timeoutFor(what) })).toBe(3);
  });

  it.each([
    ["GET", undefined],
    ["POST", {}],
    ["PATCH", {}],
  ])("%s where nobody listens: nothing was sent", async (method, body) => {
    let count = 0;
    const client = room.client({
      baseUrl: await deadAddress(),
      fetch: (request, init) => {
        count++;
        return fetch(request, init);
      },
    });
    await failureOf(client.request(method, "/anything", { body }));
    expect(count).toBe(3);
  });

  it.each([
    ["Node, by name", Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }), 3],
    ["Node, by both addresses", new AggregateError([], "ECONNREFUSED ::1, 127.0.0.1"), 3],
    ["Node, by time", Object.assign(new Error("Connect Timeout Error"), { code: "UND_ERR_CONNECT_TIMEOUT" }), 3],
    ["Deno", new Error("client error (Connect): tcp connect error: Connection refused (os error 111)"), 3],
    ["Bun", Object.assign(new Error("Unable to connect."), { code: "ConnectionRefused" }), 3],
    ["a reset", Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }), 1],
    ["a closed socket", Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" }), 1],
    ["nothing", undefined, 1],
    ["a text", "ECONNREFUSED", 1],
  ])("POST where the runtime says there was no connection: %s", async (_, cause, want) => {
    let count = 0;
    const client = room.client({
      fetch: async () => {
        count++;
        throw new TypeError("fetch failed", { cause });
      },
    });
    await failureOf(client.queues.create({ queue_name: "a" }));
    expect(count).toBe(want);
  });
});

describe("how often", () => {
  it.each([
    ["twice by default", {}, {}, 3],
    ["as the client has it", { maxRetries: 1 }, {}, 2],
    ["as the call has it", { maxRetries: 1 }, { maxRetries: 3 }, 4],
    ["not at all", {}, { maxRetries: 0 }, 1],
  ])("%s", async (_, options, callOptions, want) => {
    room.answers(busy);
    await failureOf(room.client(options).queues.list(undefined, callOptions));
    expect(room.requests.length).toBe(want);
  });

  it("until it succeeds", async () => {
    room.answers(busy, ok);
    await room.client().calls.dial(dial);
    expect(room.requests.length).toBe(2);
  });

  it("with the same body and headers", async () => {
    room.answers(busy, hangUp, empty);
    await room.client().request("PUT", "/anything", { body: { a: 1 }, headers: { "x-trace": "1" } });
    expect(new Set(room.requests.map(({ body, headers }) => `${body} ${headers["x-trace"]}`)).size).toBe(1);
  });
});

describe("how long it waits", () => {
  it("as long as the server asks, by whatever clock", async () => {
    const { now } = Date;
    room.answers(reply(429, {}, { "x-ratelimit-reset": "0.15" }), (request, response) => {
      Date.now = () => now() - 86_400_000;
      busy(request, response);
    });
    const started = performance.now();
    try {
      await failureOf(room.client({ maxRetries: 1 }).queues.list());
    } finally {
      Date.now = now;
    }
    expect(performance.now() - started).toBeGreaterThan(140);
  });

  it.each([["86400"], [new Date(Date.now() + 86_400_000).toUTCString()]])(
    "not at all where the server asks for a day (%s)",
    async (day) => {
      room.answers(reply(429, {}, { "retry-after": day }));
      expect(await failureOf(room.client().calls.dial(dial))).toMatchObject({ status: 429 });
      expect(room.requests.length).toBe(1);
    },
  );
});
