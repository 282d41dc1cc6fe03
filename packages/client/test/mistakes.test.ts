import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError, type RequestOptions, TelnyxError, TelnyxVoice, type TelnyxVoiceOptions } from "../src/index.ts";
import { dial, failureOf, reply, useServer } from "./loopback.ts";

const room = useServer();
afterEach(() => vi.unstubAllGlobals());

describe("an option that does not exist", () => {
  const all = "apiKey, baseUrl, fetch, headers, timeout, maxRetries, maxRateLimitWait, middleware, logger, logLevel";
  it.each([
    ["baseURL", "did you mean `baseUrl`?"],
    ["base_url", "did you mean `baseUrl`?"],
    ["maxRetrys", "did you mean `maxRetries`?"],
    ["max_retries", "did you mean `maxRetries`?"],
    ["apikey", "did you mean `apiKey`?"],
    ["apiKeys", "did you mean `apiKey`?"],
    ["time_out", "did you mean `timeout`?"],
    ["timeouts", "did you mean `timeout`?"],
    ["middlewares", "did you mean `middleware`?"],
    ["loglevel", "did you mean `logLevel`?"],
    ["defaultHeaders", `there are ${all}`],
    ["signal", `there are ${all}`],
    ["", `there are ${all}`],
    ["constructor", `there are ${all}`],
  ])("of a client is refused: %j", (name, hint) => {
    const options = { apiKey: "KEY", [name]: "x" };
    const want = new TelnyxError(`\`${name}\` is no option; ${hint}`);
    expect(() => new TelnyxVoice(options)).toThrow(want);
    expect(() => room.client().withOptions(options)).toThrow(want);
  });

  const ofCall = "apiKey, signal, timeout, maxRetries, retryNonIdempotent, headers, extraBody, extraQuery, query";
  it.each([
    ["timeOut", "did you mean `timeout`?"],
    ["abortSignal", `there are ${ofCall}`],
    ["idempotencyKey", `there are ${ofCall}`],
    ["toString", `there are ${ofCall}`],
  ])("of a call is refused before anything is sent: %s", async (name, hint) => {
    const options = { [name]: 1 } as RequestOptions;
    for (const call of [
      room.client().calls.dial(dial, options),
      room.client().queues.list({}, options),
      room.client().request("GET", "/queues", options),
    ]) {
      expect(await failureOf(call)).toMatchObject({
        name: "TelnyxError",
        message: `\`${name}\` is no option; ${hint}`,
      });
    }
    expect(room.requests).toEqual([]);
  });

  it("is no trouble to those that do", async () => {
    const options = { signal: AbortSignal.timeout(5000), timeout: 1000, maxRetries: 0, retryNonIdempotent: true };
    await room.client().calls.dial(dial, { ...options, headers: {}, extraBody: {} });
    await room.client().request("GET", "/queues", { ...options, query: { a: 1 } });
    expect(room.requests.map(({ url }) => url)).toEqual(["/v2/calls", "/v2/queues?a=1"]);
  });
});

describe("an option that is something else", () => {
  const controller = new AbortController();
  const ofBoth: [string, unknown, string][] = [
    ["timeout", "5000", "a number of ms from 1 to 300000, not 5000"],
    ["timeout", "5s", "a number of ms from 1 to 300000, not 5s"],
    ["timeout", null, "a number of ms from 1 to 300000, not null"],
    ["timeout", 0, "a number of ms from 1 to 300000, not 0"],
    ["timeout", 300_001, "a number of ms from 1 to 300000, not 300001"],
    ["maxRetries", 1.5, "an integer from 0, not 1.5"],
    ["maxRetries", "1", "an integer from 0, not 1"],
    ["headers", new Headers({ "x-a": "1" }), "an object: the values by the names, not object"],
    ["headers", "x-a: 1", "an object: the values by the names, not x-a: 1"],
  ];
  const ofCalls: [string, unknown, string][] = [
    ["signal", controller, "an AbortSignal, such as `controller.signal`, not object"],
    ["retryNonIdempotent", "yes", "true or false, not yes"],
    ["extraBody", [["a", 1]], "an object, not object"],
    ["extraQuery", "a=1", "an object, not a=1"],
    ["query", 5, "an object, not 5"],
    ["apiKey", 5, "a text or a function"],
  ];
  const ofClients: [string, unknown, string][] = [
    ["apiKey", Promise.resolve("KEY"), "a text or a function"],
    ["apiKey", 12, "a text or a function"],
    ["baseUrl", new URL("https://user:hunter2@a.test"), "like https://host/v2"],
    ["fetch", {}, "a function, not object"],
    ["middleware", { onRequest() {} }, "a list of objects with `onRequest`, `onResponse` or `onError`, not object"],
    ["middleware", [() => {}], "a list of objects with `onRequest`, `onResponse` or `onError`, not object"],
    ["logger", console.log, "an object like `console`, not function"],
    ["logger", { debug() {} }, "an object like `console`, not object"],
    ["maxRateLimitWait", -1, "a number of ms from 0, not -1"],
    ["maxRateLimitWait", "60s", "a number of ms from 0, not 60s"],
  ];

  it.each([...ofBoth, ...ofClients])("is refused by a client: %s %o", (name, value, words) => {
    const options = { apiKey: "KEY", [name]: value } as TelnyxVoiceOptions;
    expect(() => new TelnyxVoice(options)).toThrow(new TelnyxError(`\`${name}\` must be ${words}`));
  });

  it.each([...ofBoth, ...ofCalls])(
    "is refused by a call, which sends nothing and leaves no timer: %s %o",
    async (name, value, words) => {
      const timers: unknown[] = [];
      const { setTimeout } = globalThis;
      vi.stubGlobal("setTimeout", (...given: Parameters<typeof setTimeout>) => {
        timers.push(given);
        return setTimeout(...given);
      });
      const error = await failureOf(room.client().calls.dial(dial, { [name]: value } as RequestOptions));
      expect(error).toMatchObject({
        name: "TelnyxError",
        message: `\`${name}\` must be ${words}`,
        method: "POST",
        path: "/calls",
        baseUrl: `${room.origin}/v2`,
        attempts: 0,
        mayHaveBeenCarriedOut: false,
      });
      expect(timers).toEqual([]);
      expect(room.requests).toEqual([]);
    },
  );

  it("may be undefined", async () => {
    const names = [...ofBoth, ...ofCalls].map(([name]) => name);
    const nothing = Object.fromEntries(names.map((name) => [name, undefined]));
    await room.client().calls.dial(dial, nothing);
    expect(room.requests.length).toBe(1);
  });
});

describe("a runtime without crypto", () => {
  it("fails a command that has no id, and sends nothing", async () => {
    vi.stubGlobal("crypto", undefined);
    const error = await failureOf(room.client().calls.dial(dial));
    expect(error).toMatchObject({
      name: "TelnyxError",
      message: "This runtime has no crypto, which makes ids: pass a `command_id`",
      path: "/calls",
    });
    await room.client().calls.dial({ ...dial, command_id: "own" });
    expect(room.requests.map(({ body }) => JSON.parse(body).command_id)).toEqual(["own"]);
  });

  it("or with half of it, as on a page without TLS, makes ids all the same", async () => {
    const { crypto } = globalThis;
    vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) });
    await room.client().calls.dial(dial);
    await room.client().calls.dial(dial);
    const ids = room.requests.map(({ body }) => JSON.parse(body).command_id);
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe("what cannot be written", () => {
  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  it.each<[string, (client: TelnyxVoice) => PromiseLike<unknown>]>([
    ["a circle in a body", (client) => client.calls.dial({ ...dial, ...circle })],
    ["a BigInt in a body", (client) => client.calls.dial({ ...dial, timeout_secs: 5n as never })],
    ["a circle in a query", (client) => client.queues.list(circle)],
    ["a date that is none", (client) => client.queues.list({ at: new Date(Number.NaN) } as object)],
    ["a BigInt as an id", (client) => client.calls.retrieveStatus(5n as never)],
    ["a file that is not there", (client) => client.media.upload({ media: { path: "/nonexistent" } })],
    ["an address that is none", (client) => client.recordings.download("recording.mp3")],
    ["an address of no web", (client) => client.recordings.download("file:///etc/passwd")],
  ])("is an error of the client's: %s", async (_, call) => {
    const error = await failureOf(call(room.client()));
    expect(error).toMatchObject({ name: "TelnyxError", attempts: expect.any(Number), mayHaveBeenCarriedOut: false });
    expect(room.requests).toEqual([]);
  });

  it("has what the runtime says as its cause", async () => {
    const error = await failureOf(room.client().queues.list(circle));
    expect(error).toMatchObject({ message: expect.stringMatching(/^GET \/queues: /), cause: expect.any(RangeError) });
  });
});

describe("a fetch that takes an address", () => {
  it("is told what it gets, and is not tried again", async () => {
    let count = 0;
    const fetch = async (address: unknown) => {
      count++;
      return globalThis.fetch(`${address}`);
    };
    const error = await failureOf(room.client({ fetch }).calls.dial(dial));
    expect(error).toMatchObject({
      name: "TelnyxError",
      message: expect.stringContaining("your `fetch` gets a Request"),
    });
    expect(count).toBe(1);
  });
});

describe("an odd error body", () => {
  const odd = { toString: 1 };
  it.each<[string, object, string, string | undefined]>([
    ["a detail", { detail: odd, title: "Busy" }, "Busy", undefined],
    ["a title", { title: odd }, "Service Unavailable", undefined],
    ["a code", { code: odd, detail: "Busy" }, "Busy", undefined],
    ["a numeric code", { code: 10002, detail: "Busy" }, "Busy (code 10002)", "10002"],
    ["a parameter", { detail: "is bad", source: { parameter: odd, pointer: "/to" } }, '"to" is bad', undefined],
    ["a source", { detail: "Busy", source: odd }, "Busy", undefined],
  ])("is an error of its status all the same: %s", async (_, entry, reason, code) => {
    room.answers(reply(503, { errors: [entry] }));
    const error = await failureOf(room.client({ maxRetries: 0 }).calls.dial(dial));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 503, code, message: `503 POST /calls: ${reason}` });
  });
});

describe("a message", () => {
  it.each([
    ["a line break", "bad\r\n2026-01-01 INFO in", "bad 2026-01-01 INFO in"],
    ["an escape", "bad\u001b[2J", "bad [2J"],
    ["a turn of direction", "bad\u202eevil", "bad evil"],
    ["a C1 control", "bad\u009b2J", "bad 2J"],
  ])("is one line without controls: %s", async (_, detail, shown) => {
    room.answers(reply(422, { errors: [{ detail }] }));
    const error = await failureOf(room.client().calls.dial(dial));
    expect(error).toMatchObject({ message: `422 POST /calls: ${shown}`, detail });
  });
});
