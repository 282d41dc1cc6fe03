import { afterEach, describe, expect, it, vi } from "vitest";
import {
  type CallEventRecord,
  createMemoryStore,
  createWebhookHandler,
  type WebhookHandlerOptions,
  type WebhookStore,
} from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";
import { deliver, fixture, publicKey } from "./webhook-fixture.ts";

const gone = new Error("gone");
const fail = () => {
  throw gone;
};
const reject = async () => fail();
const hangup = () => buildEvent("call.hangup");

afterEach(() => vi.unstubAllGlobals());

describe("a fault of ours", () => {
  it("of the clock gets 500 and reaches onError", async () => {
    const { status, errors } = fixture({ on: { default: () => {} }, now: fail });
    expect(await status(hangup())).toBe(500);
    expect(errors).toEqual([gone]);
  });

  it("of the environment gets 500 and reaches onError", async () => {
    const { status, errors } = fixture({ on: { default: () => {} }, publicKey: undefined });
    const delivery = hangup();
    vi.stubGlobal("process", { ...process, env: new Proxy({}, { get: fail }) });
    expect(await status(delivery)).toBe(500);
    expect(errors).toEqual([gone]);
  });

  it("of the platform reaches onError, and the event is handled", async () => {
    let count = 0;
    const { handle, errors } = fixture({ on: { default: () => void count++ } });
    const answer = await handle(await deliver(hangup()), { waitUntil: fail });
    expect([answer.status, count, errors]).toEqual([200, 1, [gone]]);
  });

  it.each([fail, reject])("of `log` reaches onError, and the answer stays", async (log) => {
    const errors: unknown[] = [];
    const handle = createWebhookHandler({ publicKey, on: {}, log, onError: (error) => errors.push(error) });
    const forged = new Request("https://example.test", { method: "POST", body: "{}" });
    expect((await handle(forged)).status).toBe(401);
    await vi.waitFor(() => expect(errors).toEqual([gone]));
  });

  it.each([{ log: fail }, { log: reject }, { log: fail, onError: fail }, { log: reject, onError: reject }])(
    "of all that is told ends at the console: %o",
    async (options: Partial<WebhookHandlerOptions>) => {
      const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
      const on = {
        default: () => {
          throw Object.create(null);
        },
      };
      const handle = createWebhookHandler({ publicKey, on, ...options });
      expect((await handle(await deliver(hangup()))).status).toBe(500);
      expect((await handle(new Request("https://example.test", { method: "POST", body: "{}" }))).status).toBe(401);
      await vi.waitFor(() => expect(warn.mock.calls.join()).toContain("Error: gone"));
      if (options.onError === undefined) expect(warn.mock.calls.join()).toContain("an error that has no text");
      warn.mockRestore();
    },
  );

  it("that is thrown without a text is told all the same", async () => {
    const lines: string[] = [];
    const thrown = Object.create(null) as Error;
    const on = {
      default: () => {
        throw thrown;
      },
    };
    const handle = createWebhookHandler({ publicKey, on, log: (line) => lines.push(line) });
    expect((await handle(await deliver(hangup()))).status).toBe(500);
    expect(lines).toEqual([expect.stringMatching(/^webhook call\.hangup \S+: an error that has no text$/)]);
  });

  it("before there is an event is logged as one of no event", async () => {
    const lines: string[] = [];
    const handle = createWebhookHandler({ publicKey, on: {}, now: fail, log: (line) => lines.push(line) });
    expect((await handle(await deliver(hangup()))).status).toBe(500);
    expect(lines).toEqual(["webhook not handled: Error: gone"]);
  });
});

describe("a store of the user's", () => {
  const using = async (changes: object) => {
    let count = 0;
    const store = { ...createMemoryStore(), ...changes } as WebhookStore;
    const { status, errors } = fixture({ store, on: { "call.answered": fail, default: () => void count++ } });
    const statuses = [await status(hangup()), await status(buildEvent("call.answered"))];
    return { statuses, count, errors: errors.map((error) => (error as Error).message) };
  };

  it.each(["claimed", "OK", undefined, null, true, {}, { token: 1 }])(
    "whose claim gives %j handles nothing",
    async (claim) => {
      const message = '`claim` of the store gave neither `{ token }`, with a text, nor "busy" nor "done".';
      expect(await using({ claim: async () => claim })).toEqual({
        statuses: [500, 500],
        count: 0,
        errors: [message, message],
      });
    },
  );

  it("is told of by its code", async () => {
    const store = { ...createMemoryStore(), claim: async () => "OK" } as unknown as WebhookStore;
    const { status, errors } = fixture({ store, on: { default: () => expect.unreachable() } });
    expect(await status(hangup())).toBe(500);
    const { status: again, errors: others } = fixture({
      store: { ...store, claim: () => undefined } as unknown as WebhookStore,
      on: { default: () => expect.unreachable() },
    });
    expect(await again(hangup())).toBe(500);
    for (const error of [...errors, ...others]) expect(error).toMatchObject({ code: "option-invalid" });
  });

  it("whose renew gives no promise is told of, while the handler goes on", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    try {
      let end = () => {};
      const on = {
        default: () =>
          new Promise<void>((resolve) => {
            end = resolve;
          }),
      };
      const store = { ...createMemoryStore(), renew: () => true } as unknown as WebhookStore;
      const { handle, errors } = fixture({ store, on });
      const metadata = { event: hangup().data };
      const outcome = handle.replay({ type: "webhook", metadata } as unknown as CallEventRecord);
      await vi.advanceTimersByTimeAsync(1_100);
      end();
      expect(await outcome).toBe("handled");
      expect(errors).toEqual([expect.objectContaining({ message: "`renew` of the store gave no promise." })]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("whose claim gives no promise handles nothing", async () => {
    const message = "`claim` of the store gave no promise.";
    const claim = () => ({ token: "1" });
    expect(await using({ claim })).toEqual({ statuses: [500, 500], count: 0, errors: [message, message] });
  });

  it.each([
    ["throw", fail, ["gone", "gone", "gone"]],
    [
      "give no promise",
      () => true,
      ["`complete` of the store gave no promise.", "`release` of the store gave no promise.", "gone"],
    ],
    [
      "give nothing",
      () => {},
      ["`complete` of the store gave no promise.", "`release` of the store gave no promise.", "gone"],
    ],
  ])("whose complete and release %s changes no answer", async (_, method, errors) => {
    expect(await using({ complete: method, release: method })).toEqual({ statuses: [200, 500], count: 1, errors });
  });
});
