import { afterEach, describe, expect, it, vi } from "vitest";
import { TelnyxError, TelnyxVoice, type TelnyxVoiceOptions } from "../src/index.ts";
import { busy, dial, failureOf, ok, useServer } from "./loopback.ts";
import { offline } from "./offline.ts";

const room = useServer();
const { env } = process;
afterEach(() => {
  process.env = env;
});

describe("apiKey", () => {
  it.each<[string, TelnyxVoiceOptions["apiKey"]]>([
    ["a string", "KEY123"],
    ["a function", () => "KEY123"],
    ["an async function", async () => "KEY123"],
  ])("may be %s", async (_, apiKey) => {
    await room.client({ apiKey }).queues.list();
    expect(room.last.headers["authorization"]).toBe("Bearer KEY123");
    await room.client({ apiKey }).http.GET("/queues");
    expect(room.last.headers["authorization"]).toBe("Bearer KEY123");
  });

  it("is asked for each request, a repeated one, too", async () => {
    let count = 0;
    const client = room.client({ apiKey: async () => `KEY${++count}` });
    expect(count).toBe(0);
    room.answers(busy, ok);
    await client.calls.dial(dial);
    await client.queues.list();
    expect(room.requests.map(({ headers }) => headers["authorization"])).toEqual(
      ["KEY1", "KEY2", "KEY3"].map((key) => `Bearer ${key}`),
    );
  });

  it.each<[string, unknown]>([
    ["a browser", undefined],
    ["a bundler's stand-in for `process`", {}],
    [
      "Deno without permission",
      {
        env: new Proxy(
          {},
          {
            get: () => {
              throw new Error("Requires env access");
            },
          },
        ),
      },
    ],
  ])("must be passed where the environment cannot be read: %s", (_, process) => {
    vi.stubGlobal("process", process);
    try {
      expect(() => new TelnyxVoice()).toThrow("There is no API key: pass `apiKey`, or set TELNYX_API_KEY");
      expect(new TelnyxVoice({ apiKey: "KEY123" })).toBeInstanceOf(TelnyxVoice);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it("is that of the environment by default", async () => {
    process.env = { ...env, TELNYX_API_KEY: "FROM_ENV" };
    await room.client({ apiKey: undefined }).queues.list();
    expect(room.last.headers["authorization"]).toBe("Bearer FROM_ENV");
  });

  it.each([
    [undefined, undefined],
    [undefined, ""],
    ["", undefined],
  ])("must be there: %j, and %j in the environment", (apiKey, variable) => {
    process.env = { ...env, TELNYX_API_KEY: variable };
    expect(() => new TelnyxVoice({ apiKey })).toThrow(/There is no API key: .*TELNYX_API_KEY/);
  });

  it.each([["KEY\n"], ["KEY\r\n"], [" KEY"], ["KEY\nx-evil: 1"], ["KÉY"], ["KEY\0"], ["Bearer KEY"]])(
    "must be able to stand in a header, and the error does not show it: %j",
    async (apiKey) => {
      const want = apiKey.startsWith("Bearer")
        ? /^The API key begins with Bearer, which is added to it$/
        : /^The API key is empty, or has a character that no header has, such as a line break$/;
      expect(() => new TelnyxVoice({ apiKey })).toThrow(want);
      expect(() => new TelnyxVoice({ apiKey })).toThrow(TelnyxError);
      const { client, requests } = offline({ apiKey: () => apiKey });
      expect(await failureOf(client.queues.list())).toMatchObject({ message: expect.stringMatching(want) });
      expect(requests).toEqual([]);
    },
  );

  it.each([[undefined], [""], [5]])("must be a text where a function gives it, not %j", async (given) => {
    const { client, requests } = offline({ apiKey: () => given as string });
    expect(await failureOf(client.queues.list())).toMatchObject({ name: "TelnyxError" });
    expect(requests).toEqual([]);
  });

  it("fails the call where its function fails", async () => {
    const { client, requests } = offline({ apiKey: () => Promise.reject(new Error("the vault is closed")) });
    expect(await failureOf(client.calls.dial(dial))).toMatchObject({
      name: "TelnyxError",
      message: "POST /calls: the vault is closed",
      cause: new Error("the vault is closed"),
    });
    expect(requests).toEqual([]);
  });

  it.each([
    ["in time", { timeout: 20 }, "TimeoutError"],
    ["before the caller gives up", { signal: AbortSignal.timeout(20) }, "AbortError"],
  ])("sends nothing where its function does not answer %s", async (_, options, name) => {
    let give = (_key: string) => {};
    const { client, requests } = offline({
      maxRetries: 0,
      apiKey: () =>
        new Promise<string>((resolve) => {
          give = resolve;
        }),
    });
    expect(await failureOf(client.calls.dial(dial, options))).toMatchObject({ name });
    give("LATE");
    await new Promise((done) => setTimeout(done, 10));
    expect(requests).toEqual([]);
  });
});
