import { afterEach, describe, expect, it, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { contract, type Fetch, TelnyxError, TelnyxVoice, type TelnyxVoiceOptions } from "../src/index.ts";
import { busy, dial, failureOf, ok, silence, useServer } from "./loopback.ts";
import { offline } from "./offline.ts";

const room = useServer();
const { env } = process;
const { fetch } = globalThis;
afterEach(() => {
  process.env = env;
  Object.assign(globalThis, { fetch });
});

describe("baseUrl", () => {
  it.each([
    ["https://api.test/v2", "https://api.test/v2/queues"],
    ["https://api.test/v2/", "https://api.test/v2/queues"],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080/queues"],
  ])("%s", async (baseUrl, want) => {
    const { client, requests } = offline({ baseUrl });
    await client.queues.list();
    expect(requests.map(({ url }) => url)).toEqual([want]);
  });

  it.each([[undefined], [""]])("is that of the environment by default, else (%j) the contract's", async (variable) => {
    process.env = { ...env, TELNYX_BASE_URL: variable, TELNYX_LOG: variable };
    const first = offline();
    await first.client.queues.list();
    process.env = { ...env, TELNYX_BASE_URL: "https://env.test" };
    const second = offline();
    await second.client.queues.list();
    expect([...first.requests, ...second.requests].map(({ url }) => url)).toEqual([
      `${contract.server}/queues`,
      "https://env.test/queues",
    ]);
  });

  it.each([
    ["api.telnyx.com"],
    ["ftp://a"],
    ["see https://a"],
    ["https://a?b"],
    ["https://a#b"],
    ["https://a b"],
    ["https://"],
    ["https://user:hunter2@a"],
    ["https://hunter2@a"],
    [""],
  ])("cannot be %j", (baseUrl) => {
    expect(() => offline({ baseUrl })).toThrow(/^`baseUrl` must be like https:\S+$/);
  });
});

describe("fetch", () => {
  it("is the global one, as it is at the time", async () => {
    const client = new TelnyxVoice({ apiKey: "K" });
    globalThis.fetch = async () => Response.json({ data: ["replaced"] });
    expect((await client.queues.list()).data).toEqual(["replaced"]);
  });

  it("is called with an address where nobody looks at requests, else with a request, as middleware wants it", async () => {
    const sent: unknown[][] = [];
    globalThis.fetch = async (...given: unknown[]) => {
      sent.push(given);
      return Response.json({ data: {} });
    };
    const client = new TelnyxVoice({ apiKey: "K", baseUrl: "http://127.0.0.1/v2" });
    await client.calls.actions.hangup("a/b", { client_state: "eA==" }, { headers: { "x-own": "1" } });
    const [address, init] = sent[0] as [string, RequestInit];
    expect(address).toBe("http://127.0.0.1/v2/calls/a%2Fb/actions/hangup");
    expect(init).toMatchObject({ method: "POST", redirect: "manual", signal: expect.any(AbortSignal) });
    const headers = { authorization: "Bearer K", "content-type": "application/json", "x-own": "1" };
    expect(Object.fromEntries(init.headers as Headers)).toMatchObject(headers);
    expect(JSON.parse(init.body as string)).toMatchObject({ client_state: "eA==", command_id: expect.any(String) });

    client.http.use();
    await client.queues.list();
    client.http.use({ onRequest: ({ request }) => request.headers.set("x-seen", request.method) });
    await client.queues.list();
    const withKey = new TelnyxVoice({ apiKey: async () => "L", baseUrl: "http://127.0.0.1/v2" });
    await withKey.queues.list();
    const requests = sent.map(([request]) => request as Request);
    expect(requests.map((request) => request instanceof Request)).toEqual([false, false, true, true]);
    expect(requests[2]?.headers.get("x-seen")).toBe("GET");
    expect(requests[3]?.headers.get("authorization")).toBe("Bearer L");
  });

  it("is not called as a method, which browsers' own refuses", async () => {
    const owners: unknown[] = [];
    const client = new TelnyxVoice({
      apiKey: "K",
      fetch: async function (this: unknown) {
        owners.push(this);
        return Response.json({ data: [] });
      },
    });
    await client.queues.list();
    await client.http.GET("/queues");
    expect(owners).toEqual([undefined, undefined]);
  });

  it.each<[string, (seen: (AbortSignal | undefined)[]) => Fetch]>([
    ["beside the request", (seen) => (_request, init) => never(seen.push(init?.signal))],
    ["with the request, where it takes nothing else", (seen) => (request) => never(seen.push(request.signal))],
  ])("gets the signal %s", async (_, fetchInto) => {
    const seen: (AbortSignal | undefined)[] = [];
    const client = new TelnyxVoice({ apiKey: "K", fetch: fetchInto(seen) });
    const options = { signal: AbortSignal.timeout(20) };
    expect(await failureOf(client.queues.list(undefined, options))).toMatchObject({ name: "AbortError" });
    expect(seen.map((signal) => signal?.aborted)).toEqual([true]);
  });
});

/** An answer that does not come. */
function never(_: unknown): Promise<Response> {
  return new Promise(() => {});
}

describe("headers", () => {
  it("are those of the client, of the call, and of both", async () => {
    const client = room.client({ headers: { "x-a": "client", "x-b": "client", "X-C": "client" } });
    await client.queues.list(undefined, { headers: { "X-B": "call", "x-c": null } });
    expect(room.last.headers).toMatchObject({ "x-a": "client", "x-b": "call", accept: "application/json" });
    expect(room.last.headers["x-c"]).toBeUndefined();
  });

  it("name the package and the contract", async () => {
    await room.client().queues.list();
    expect(room.last.headers["user-agent"]).toBe(`telnyx-voice/${manifest.version} (${contract.sha256.slice(0, 12)})`);
    await room.client().queues.list(undefined, { headers: { "user-agent": null } });
    expect(room.last.headers["user-agent"]).not.toMatch(/telnyx/);
  });

  it("say what a body is, whatever those of the client say", async () => {
    const client = room.client({ headers: { "content-type": "text/plain" } });
    await client.calls.dial(dial);
    await client.texml.accounts.queues.create("AC1", { FriendlyName: "a" });
    await client.request("POST", "/anything", { body: {} });
    expect(room.requests.map(({ headers }) => headers["content-type"])).toEqual([
      "application/json",
      "application/x-www-form-urlencoded",
      "application/json",
    ]);
  });

  it("do not name it where browsers do", async () => {
    Object.assign(globalThis, { document: {} });
    try {
      const { client, requests } = offline();
      await client.queues.list();
      expect(requests[0]?.headers.has("user-agent")).toBe(false);
    } finally {
      Reflect.deleteProperty(globalThis, "document");
    }
  });

  it.each<[string, TelnyxVoiceOptions["apiKey"]]>([
    ["a string", "KEY123"],
    ["a function", () => "KEY123"],
  ])("of a call go before the key, be it %s", async (_, apiKey) => {
    const client = room.client({ apiKey });
    await client.queues.list(undefined, { headers: { authorization: "Basic abc" } });
    expect(room.last.headers["authorization"]).toBe("Basic abc");
    await client.queues.list(undefined, { headers: { authorization: null } });
    expect(room.last.headers["authorization"]).toBeUndefined();
  });

  it.each([
    ["x-a", "1\r\nx-evil: 1"],
    ["x-a", "1\n"],
    ["x-a", "\0"],
    ["x-a", "名"],
    ["x-a\n", "1"],
    ["x a", "1"],
    ["", "1"],
  ])("must be able to stand in a request: %j: %j", async (name, value) => {
    // What would begin a line is a space in messages.
    const shown = `The header "${name.replace("\n", " ")}" has`;
    const want = { name: "TelnyxError", message: expect.stringContaining(shown) };
    expect(await failureOf(room.client().queues.list(undefined, { headers: { [name]: value } }))).toMatchObject(want);
    expect(() => room.client({ headers: { [name]: value } })).toThrow(TelnyxError);
    expect(room.requests.length).toBe(0);
  });
});

describe("timeout", () => {
  it.each([
    ["a command by default", {}, {}, true, 20_000],
    ["another request by default", {}, {}, false, 60_000],
    ["a command, by the client's", { timeout: 30_000 }, {}, true, 30_000],
    ["another request, by the client's", { timeout: 30_000 }, {}, false, 30_000],
    ["a command, by the call's", { timeout: 30_000 }, { timeout: 5000 }, true, 5000],
  ])("of %s", async (_, options, callOptions, isCommand, want) => {
    vi.useFakeTimers();
    try {
      const { client } = offline({ ...options, maxRetries: 0, fetch: () => new Promise(() => {}) });
      const call = isCommand ? client.calls.dial(dial, callOptions) : client.calls.retrieveStatus("1", callOptions);
      const failed = failureOf(call);
      let hasEnded = false;
      failed.then(() => (hasEnded = true));
      await vi.advanceTimersByTimeAsync(want - 1);
      expect(hasEnded).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(await failed).toMatchObject({
        name: "TimeoutError",
        message: expect.stringContaining(`within ${want} ms`),
      });
    } finally {
      vi.useRealTimers();
    }
  });

  it("is that of each attempt", async () => {
    room.answers(silence, silence, ok);
    await room.client({ timeout: 400 }).calls.dial(dial);
    expect(room.requests.length).toBe(3);
  });

  it.each([[0], [-1], [Number.NaN], [Number.POSITIVE_INFINITY], [300_001]])("cannot be %d", async (timeout) => {
    expect(() => room.client({ timeout })).toThrow(/`timeout` must be/);
    expect(await failureOf(room.client().queues.list(undefined, { timeout }))).toBeInstanceOf(TelnyxError);
    expect(room.requests.length).toBe(0);
  });

  it("may be as long as the runtimes' fetch waits", async () => {
    expect((await room.client({ timeout: 300_000 }).calls.dial(dial)).data.call_control_id).toBe("v3:abc");
  });

  it.each([[-1], [1.5], [Number.NaN], [Number.POSITIVE_INFINITY]])("maxRetries cannot be %d", (maxRetries) => {
    expect(() => room.client({ maxRetries })).toThrow(/`maxRetries`/);
  });
});

describe("middleware", () => {
  it("sees each attempt, and may change requests and answers", async () => {
    room.answers(busy, ok);
    const seen: string[] = [];
    const client = room.client({
      middleware: [
        {
          onRequest: ({ request, schemaPath }) => {
            request.headers.set("x-trace", "1");
            seen.push(`${schemaPath} ${request.headers.get("authorization")}`);
          },
          onResponse: ({ response }) => {
            seen.push(String(response.status));
            return response.ok ? Response.json({ data: { call_control_id: "changed" } }) : undefined;
          },
        },
      ],
    });
    expect((await client.calls.actions.answer("v3:abc")).data).toEqual({ call_control_id: "changed" });
    const request = "/calls/{call_control_id}/actions/answer Bearer KEY123";
    expect(seen).toEqual([request, "503", request, "200"]);
    expect(room.requests.map(({ headers }) => headers["x-trace"])).toEqual(["1", "1"]);
  });

  it("may answer itself", async () => {
    const { client, requests } = offline({ middleware: [{ onRequest: () => reply204() }] });
    const reply204 = () => new Response(null, { status: 204 });
    expect(await client.queues.delete("support")).toBeUndefined();
    expect(requests).toEqual([]);
  });

  it("may fail by a fault of its own, which is not one of the connection's", async () => {
    const fault = new TypeError("request.clone is not a function");
    const fail = () => {
      throw fault;
    };
    const { client } = offline({ middleware: [{ onRequest: fail }], maxRetries: 0 });
    expect(await failureOf(client.queues.list())).toMatchObject({ name: "TelnyxError", cause: fault });
  });

  it("may fail, which fails the call", async () => {
    const fail = () => {
      throw new Error("not today");
    };
    for (const middleware of [[{ onRequest: fail }], [{ onResponse: fail }]]) {
      expect(await failureOf(offline({ middleware }).client.queues.list())).toMatchObject({
        name: "TelnyxError",
        message: "GET /queues: not today",
      });
    }
  });
});

describe("withOptions", () => {
  it("keeps what is not replaced, and leaves the client as it is", async () => {
    const client = room.client({ headers: { "x-a": "1" }, maxRetries: 0 });
    const other = client.withOptions({ apiKey: "OTHER", maxRetries: 1 });
    room.answers(busy, ok);
    await other.queues.list();
    expect(room.requests.length).toBe(2);
    expect(room.last.headers).toMatchObject({ authorization: "Bearer OTHER", "x-a": "1" });
    room.answers(busy, ok);
    expect(await failureOf(client.queues.list())).toMatchObject({ status: 503 });
    expect(room.last.headers).toMatchObject({ authorization: "Bearer KEY123", "x-a": "1" });
    expect(other).toBeInstanceOf(TelnyxVoice);
  });

  it("keeps what the environment said when the client was made", async () => {
    process.env = { ...env, TELNYX_API_KEY: "FROM_ENV", TELNYX_BASE_URL: `${room.origin}/env` };
    const client = new TelnyxVoice();
    process.env = { ...env, TELNYX_API_KEY: undefined, TELNYX_BASE_URL: undefined };
    await client.withOptions({ timeout: 5000 }).queues.list();
    expect([room.last.url, room.last.headers["authorization"]]).toEqual(["/env/queues", "Bearer FROM_ENV"]);
  });

  it("goes back to the default for undefined", async () => {
    const client = room.client({ maxRetries: 0 }).withOptions({ maxRetries: undefined });
    room.answers(busy, busy, ok);
    await client.queues.list();
    expect(room.requests.length).toBe(3);
  });

  it("refuses what the client refuses", () => {
    expect(() => room.client().withOptions({ timeout: 0 })).toThrow(TelnyxError);
  });
});
