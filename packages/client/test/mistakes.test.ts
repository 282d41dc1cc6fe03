import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError, type RequestOptions, TelnyxError, TelnyxVoice, type TelnyxVoiceOptions } from "../src/index.ts";
import { dial, failureOf, reply, useServer } from "./loopback.ts";

const room = useServer();
afterEach(() => vi.unstubAllGlobals());

describe("an option that does not exist", () => {
  const all = "apiKey,baseUrl,fetch,headers,timeout,maxRetries,middleware,logger,logLevel";
  it.each([["baseURL"], ["maxRetrys"], ["defaultHeaders"], ["signal"], [""], ["constructor"]])(
    "of a client is refused, and those that do are named: %j",
    (name) => {
      const options = { apiKey: "KEY", [name]: "x" };
      const want = new TelnyxError(`\`${name}\` is none of the options ${all}`);
      expect(() => new TelnyxVoice(options)).toThrow(want);
      expect(() => room.client().withOptions(options)).toThrow(want);
    },
  );

  it.each([["timeOut"], ["apiKey"], ["idempotencyKey"], ["toString"]])(
    "of a call is refused before anything is sent: %s",
    async (name) => {
      const options = { [name]: 1 } as RequestOptions;
      const all = "signal,timeout,maxRetries,retryNonIdempotent,headers,extraBody,query";
      for (const call of [
        room.client().calls.dial(dial, options),
        room.client().queues.list({}, options),
        room.client().request("GET", "/queues", options),
      ]) {
        expect(await failureOf(call)).toMatchObject({
          name: "TelnyxError",
          message: `\`${name}\` is none of the options ${all}`,
        });
      }
      expect(room.requests).toEqual([]);
    },
  );

  it("is no trouble to those that do", async () => {
    const options = { signal: AbortSignal.timeout(5000), timeout: 1000, maxRetries: 0, retryNonIdempotent: true };
    await room.client().calls.dial(dial, { ...options, headers: {}, extraBody: {} });
    await room.client().request("GET", "/queues", { ...options, query: { a: 1 } });
    expect(room.requests.map(({ url }) => url)).toEqual(["/v2/calls", "/v2/queues?a=1"]);
  });
});

describe("a signal that is none", () => {
  it("fails the call at once, sends nothing and leaves no timer behind", async () => {
    const timers: unknown[] = [];
    const { setTimeout } = globalThis;
    vi.stubGlobal("setTimeout", (...given: Parameters<typeof setTimeout>) => {
      timers.push(given);
      return setTimeout(...given);
    });
    const options = { signal: new AbortController() as unknown as AbortSignal };
    expect(await failureOf(room.client().calls.dial(dial, options))).toMatchObject({
      name: "TelnyxError",
      message: expect.stringMatching(/^POST \/calls: .*addEventListener/),
      cause: expect.any(TypeError),
    });
    expect(timers).toEqual([]);
    expect(room.requests).toEqual([]);
  });
});

describe("a runtime without crypto", () => {
  it("fails a command that has no id, and sends nothing", async () => {
    vi.stubGlobal("crypto", undefined);
    expect(await failureOf(room.client().calls.dial(dial))).toBeInstanceOf(Error);
    await room.client().calls.dial({ ...dial, command_id: "own" });
    expect(room.requests.map(({ body }) => JSON.parse(body).command_id)).toEqual(["own"]);
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

describe("limits", () => {
  it.each<[TelnyxVoiceOptions]>([[{ timeout: 300_001 }], [{ maxRetries: 1.5 }], [{ maxRetries: "1" as never }]])(
    "say what came: %j",
    (options) => {
      expect(() => room.client(options)).toThrow(new RegExp(`not ${Object.values(options)[0]}`));
    },
  );
});
