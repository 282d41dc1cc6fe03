import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { TelnyxVoice, type TelnyxVoiceOptions } from "../src/index.ts";
import { type Answer, busy, deadAddress, dial, half, hangUp, ok, reply, silence, useServer } from "./loopback.ts";

const room = useServer();
const apiKey = "KEY0123456789_SECRET";

/** All that there is to see of a value: its own fields, hidden ones, causes and text. */
function all(value: unknown): string {
  const shown = inspect(value, {
    depth: Number.POSITIVE_INFINITY,
    showHidden: true,
    getters: true,
    maxStringLength: null,
  });
  const { message, stack } = (value ?? {}) as Partial<Error>;
  return [shown, String(value), message, stack, safeJson(value)].join("\n");
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

describe.each<[string, TelnyxVoiceOptions["apiKey"]]>([
  ["a string", apiKey],
  ["a function", () => apiKey],
])("the API key, as %s, is not seen", (_, key) => {
  it("in the client", () => {
    const client = room.client({ apiKey: key });
    for (const value of [client, client.withOptions({ maxRetries: 1 }), client.http, client.calls]) {
      // The function is the caller's own.
      expect(all(value)).not.toContain(apiKey);
    }
  });

  it("in a promise", async () => {
    const call = room.client({ apiKey: key }).calls.dial(dial);
    expect(all(call)).not.toContain(apiKey);
    await call;
    expect(all(call)).not.toContain(apiKey);
    expect(all(await call.withResponse())).not.toContain(apiKey);
    const list = room.client({ apiKey: key }).queues.list();
    expect(all(list)).not.toContain(apiKey);
    await list;
    expect(all(list)).not.toContain(apiKey);
  });

  it.each<[string, Answer, object]>([
    ["an error of the server's", reply(401, { errors: [{ detail: "Bad key" }] }), {}],
    ["a lost connection", hangUp, {}],
    ["half an answer", half("close"), {}],
    ["no answer", silence, {}],
    ["no JSON", reply(200, "<h1>"), {}],
    ["a redirection", reply(307, "", { location: "https://example.com" }), {}],
    ["an abort", silence, { signal: AbortSignal.timeout(10) }],
    ["a header that cannot be", ok, { headers: { "x-a": "1\n" } }],
    ["a retry", busy, {}],
  ])("in %s, nor in the log of it", async (_, answer, options) => {
    room.answers(answer);
    const lines: unknown[] = [];
    const keep = (...line: unknown[]) => lines.push(line);
    const logger = { error: keep, warn: keep, info: keep, debug: keep };
    const client = room.client({ apiKey: key, timeout: 30, logger, logLevel: "debug" });
    const error = await client.calls.dial(dial, options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(all(error)).not.toContain(apiKey);
    expect(all(lines)).not.toContain(apiKey);
  });

  it("in an error where nobody listens", async () => {
    const client = room.client({ apiKey: key, baseUrl: await deadAddress(), maxRetries: 0 });
    expect(all(await client.queues.list().catch((thrown: unknown) => thrown))).not.toContain(apiKey);
  });
});

describe("a key that cannot be one is not seen", () => {
  it.each([[`${apiKey}\n`], [` ${apiKey}`], [`${apiKey}é`]])("%j", async (key) => {
    const errors: unknown[] = [];
    try {
      new TelnyxVoice({ apiKey: key });
    } catch (error) {
      errors.push(error);
    }
    const client = room.client({ apiKey: () => key });
    errors.push(await client.queues.list().catch((thrown: unknown) => thrown));
    errors.push(await client.http.GET("/queues").catch((thrown: unknown) => thrown));
    expect(errors.length).toBe(3);
    for (const error of errors) expect(all(error)).not.toContain(apiKey);
  });
});
