import { afterEach, describe, expect, it } from "vitest";
import type { Logger, LogLevel, TelnyxVoiceOptions } from "../src/index.ts";
import { busy, dial, ok, reply, useServer } from "./loopback.ts";

const room = useServer();
const { env } = process;
const { console } = globalThis;
afterEach(() => {
  process.env = env;
  globalThis.console = console;
});

type Line = [level: string, message: string, details: unknown];

/** A client that logs, and what it logs. */
function logging(options: TelnyxVoiceOptions = {}) {
  const lines: Line[] = [];
  const keep = (level: string) => (message: string, details?: unknown) => lines.push([level, message, details]);
  const logger = { error: keep("error"), warn: keep("warn"), info: keep("info"), debug: keep("debug") };
  return { client: room.client({ logger, logLevel: "debug", ...options }), lines };
}

describe("what is logged", () => {
  it("is each answer, with the body that was sent, and each retry", async () => {
    room.answers(busy, reply(200, { data: {} }, { "x-request-id": "8f3a" }));
    const { client, lines } = logging();
    await client.calls.dial({ ...dial, command_id: "c" });
    const body = { ...dial, command_id: "c" };
    expect(lines).toEqual([
      ["debug", "POST /calls: 503", { body, requestId: undefined, baseUrl: `${room.origin}/v2` }],
      ["info", "POST /calls: attempt 1 failed, the next in 1 ms", expect.objectContaining({ status: 503 })],
      ["debug", "POST /calls: 200", { body, requestId: "8f3a", baseUrl: `${room.origin}/v2` }],
    ]);
  });

  it.each<[LogLevel, string[]]>([
    ["off", []],
    ["error", []],
    ["warn", []],
    ["info", ["info"]],
    ["debug", ["debug", "info", "debug"]],
  ])("at %s", async (logLevel, want) => {
    room.answers(busy, ok);
    const { client, lines } = logging({ logLevel });
    await client.queues.list();
    expect(lines.map(([level]) => level)).toEqual(want);
  });

  it("is as TELNYX_LOG says, by default warnings", async () => {
    room.answers(busy, ok, busy, ok);
    process.env = { ...env, TELNYX_LOG: "info" };
    const first = logging({ logLevel: undefined });
    await first.client.queues.list();
    process.env = { ...env, TELNYX_LOG: undefined };
    const second = logging({ logLevel: undefined });
    await second.client.queues.list();
    expect([first.lines.length, second.lines.length]).toEqual([1, 0]);
  });

  it.each([["verbose"], ["DEBUG"], ["constructor"]])("cannot be at %s", (logLevel) => {
    expect(() => logging({ logLevel: logLevel as LogLevel })).toThrow(
      /must be one of off, error, warn, info, debug, as TELNYX_LOG/,
    );
    process.env = { ...env, TELNYX_LOG: logLevel };
    expect(() => logging({ logLevel: undefined })).toThrow(/TELNYX_LOG/);
  });

  it("goes to the console by default", async () => {
    const messages: unknown[] = [];
    globalThis.console = { ...console, debug: (message: unknown) => messages.push(message) };
    await room.client({ logLevel: "debug" }).queues.list();
    expect(messages).toEqual(["GET /queues: 200"]);
  });

  it("is written by a method of the logger's, which knows itself", async () => {
    class Own {
      readonly #lines: string[] = [];
      write(message: string) {
        this.#lines.push(message);
      }
      error = this.write;
      warn = this.write;
      info = this.write;
      debug = this.write;
      get lines() {
        return this.#lines;
      }
    }
    const logger = new Own();
    await room.client({ logger, logLevel: "debug" }).queues.list();
    expect(logger.lines).toEqual(["GET /queues: 200"]);
  });

  it("spoils no call where the logger throws", async () => {
    room.answers(busy, ok);
    const fail = () => {
      throw new Error("the disk is full");
    };
    const logger: Logger = { error: fail, warn: fail, info: fail, debug: fail };
    expect(await logging({ logger }).client.calls.dial(dial)).toEqual({ data: { call_control_id: "v3:abc" } });
    expect(room.requests.length).toBe(2);
  });
});

describe("what stays out of the log", () => {
  /** The body that is logged for a call. */
  async function loggedBody(call: (client: ReturnType<typeof room.client>) => PromiseLike<unknown>): Promise<unknown> {
    const { client, lines } = logging();
    await call(client);
    return (lines[0]?.[2] as { body: unknown } | undefined)?.body;
  }

  it.each([
    ["sip_auth_password"],
    ["SipAuthPassword"],
    ["password"],
    ["aws_secret_access_key"],
    ["account_key"],
    ["private_key"],
    ["api_key"],
    ["apiKey"],
    ["stream_auth_token"],
    ["token"],
    ["authorization"],
    ["credentials"],
    ["service_account"],
    ["value"],
  ])("is the value of %s, at any depth", async (name) => {
    const fields = { [name]: "hush", deep: [{ [name]: { list: ["hush"] } }] };
    const body = await loggedBody((client) => client.request("POST", "/anything", { body: fields }));
    expect(body).toEqual({ [name]: "[redacted]", deep: [{ [name]: "[redacted]" }] });
    expect(room.last.body).toBe(JSON.stringify(fields));
  });

  it.each([["sip_auth_username"], ["keywords_boosting"], ["from"], ["values"], ["default_value"], ["client_state"]])(
    "is not the value of %s",
    async (name) => {
      const body = await loggedBody((client) => client.request("POST", "/anything", { body: { [name]: "seen" } }));
      expect(body).toEqual({ [name]: "seen" });
    },
  );

  it.each([
    ["sip:agent:hush@example.com", "sip:agent:[redacted]@example.com"],
    ["sips:agent:hush@example.com;transport=tls", "sips:agent:[redacted]@example.com;transport=tls"],
    ["https://user:hush@example.com/a?b=c:d@e", "https://user:[redacted]@example.com/a?b=c:d@e"],
    ["wss://:hush@example.com", "wss://:[redacted]@example.com"],
    ["sip:agent@example.com", "sip:agent@example.com"],
    ["https://example.com:8080/a@b", "https://example.com:8080/a@b"],
    ["Say: call 5:30 @ noon", "Say: call 5:30 @ noon"],
  ])("is the password in an address: %s", async (to, want) => {
    const body = await loggedBody((client) => client.calls.dial({ ...dial, to, command_id: "c" }));
    expect(body).toEqual({ ...dial, to: want, command_id: "c" });
  });

  it("is a secret in a form", async () => {
    const options = { extraBody: { SipAuthPassword: "hush" } };
    const body = await loggedBody((client) => client.texml.accounts.queues.create("AC1", {}, options));
    expect(body).toEqual({ SipAuthPassword: "[redacted]" });
  });

  it("is a body with a file", async () => {
    const media = Buffer.from("sound");
    expect(await loggedBody((client) => client.media.upload({ media, media_name: "a" }))).toBeUndefined();
  });

  it("is what is not there", async () => {
    expect(await loggedBody((client) => client.queues.list())).toBeUndefined();
  });
});
