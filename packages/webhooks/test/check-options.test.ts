import { describe, expect, it } from "vitest";
import {
  createMemoryStore,
  createWebhookHandler,
  type WebhookHandlerOptions,
  WebhookSetupError,
} from "../src/index.ts";
import { publicKey } from "./webhook-fixture.ts";

/** Makes a handler with options that types may refuse, and gives what is thrown. */
function faultOf(options: object): unknown {
  try {
    createWebhookHandler({ publicKey, on: {}, ...options } as WebhookHandlerOptions);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe("createWebhookHandler refuses at once", () => {
  it.each<[object, string]>([
    [{ on: undefined }, "`on` is missing"],
    [{ on: null }, "`on` is missing"],
    [{ on: { "call.answred": () => {} } }, 'Did you mean "call.answered"?'],
    [{ on: { "calls.*": () => {} } }, 'Did you mean "call.*"?'],
    [{ on: { defualt: () => {} } }, 'Did you mean "default"?'],
    [{ on: { call_hangup: () => {} } }, 'Did you mean "call.hangup"?'],
    [{ on: { "fax.sent": () => {} } }, "`default` handles"],
    [{ on: { "call.hangup": "log" } }, 'The handler for "call.hangup" must be a function.'],
    [{ on: { default: null } }, 'The handler for "default" must be a function.'],
    [{ on: { "call.answred": () => {} }, texml: {} }, 'Did you mean "call.answered"?'],
    ...[0, -1, 31, 8000, Number.NaN, "1"].map(
      (deadline) => [{ deadline }, "`deadline` is in seconds: more than 0 and at most 30."] as [object, string],
    ),
    ...[0, -1, Number.NaN, Number.POSITIVE_INFINITY].map(
      (ttlSeconds) => [{ ttlSeconds }, "`ttlSeconds` is in seconds: more than 0."] as [object, string],
    ),
    ...[-1, Number.NaN, "300"].map(
      (toleranceSeconds) => [{ toleranceSeconds }, "`toleranceSeconds` is in seconds: at least 0."] as [object, string],
    ),
    [{ acknowledge: "early" }, '"after" or "before"'],
    [{ allowGet: "yes" }, "`allowGet`"],
    [{ onError: "log" }, "`onError` must be a function"],
    [{ log: console }, "`log` must be a function"],
    [{ now: 1 }, "`now` must be a function"],
    [{ store: null }, "no method `claim`"],
    [{ store: {} }, "no method `claim`; it must have `claim`, `renew`, `complete` and `release`."],
    [{ store: { ...createMemoryStore(), renew: undefined } }, "no method `renew`"],
    [{ publicKey: "key" }, "base64 of 32 bytes"],
  ])("%o", (options, message) => {
    const fault = faultOf(options);
    expect(fault).toBeInstanceOf(WebhookSetupError);
    expect((fault as Error).message).toContain(message);
    expect(fault).toHaveProperty("code", "publicKey" in options ? "key-malformed" : "option-invalid");
  });

  it("and takes what is right, or left out", () => {
    for (const toleranceSeconds of [0, 300, Number.POSITIVE_INFINITY, undefined]) {
      const on = { "call.hangup": () => {}, "conference.*": () => {}, default: () => {}, "call.answered": undefined };
      expect(faultOf({ on, toleranceSeconds, deadline: 30, ttlSeconds: 0.5 })).toBeUndefined();
    }
    for (const acknowledge of ["after", "before"]) expect(faultOf({ acknowledge })).toBeUndefined();
    expect(faultOf({ on: undefined, texml: {} })).toBeUndefined();
  });

  it("and says what it was given, where it was nothing", () => {
    for (const options of [undefined, null, "on"])
      expect(() => createWebhookHandler(options as unknown as WebhookHandlerOptions)).toThrow("must be an object");
  });
});
