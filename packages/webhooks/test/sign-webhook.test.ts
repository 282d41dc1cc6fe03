import { afterEach, describe, expect, it, vi } from "vitest";
import { verifyWebhook } from "../src/index.ts";
import { createTestKeyPair, signWebhook } from "../src/testing/index.ts";
import { withoutNodeCrypto } from "./without-node-crypto.ts";

const body = '{"data":{}}';

afterEach(() => vi.unstubAllGlobals());

describe("a signature for tests", () => {
  const verifies = async (make: <T>(run: () => Promise<T>) => Promise<T>) => {
    const { publicKey, privateKey } = await make(createTestKeyPair);
    const delivery = await make(() => signWebhook({ event: body, privateKey }));
    expect(Buffer.from(privateKey, "base64")).toHaveLength(32);
    await verifyWebhook({ ...delivery, publicKey });
    await expect(verifyWebhook({ ...delivery, body: "{}", publicKey })).rejects.toMatchObject({
      code: "signature-mismatch",
    });
    return { privateKey, delivery };
  };

  it("is made by WebCrypto where there is no node:crypto, and is the same", async () => {
    const { privateKey, delivery } = await verifies(withoutNodeCrypto);
    const timestamp = delivery.headers["telnyx-timestamp"];
    expect(await signWebhook({ event: body, privateKey, timestamp })).toEqual(delivery);
  });

  it("is made by node:crypto where there is one, with no need of WebCrypto", async () => {
    const { privateKey } = await createTestKeyPair();
    vi.stubGlobal("crypto", undefined);
    await signWebhook({ event: body, privateKey });
  });
});

describe("a delivery that is made for tests", () => {
  it.each([
    ["an event", { data: {} }, "application/json"],
    ["JSON", '{"a":1}', "application/json"],
    ["JSON behind white space", "\n  [1]", "application/json"],
    ["a text of JSON", '"a"', "application/json"],
    ["a form", "CallSid=1", "application/x-www-form-urlencoded"],
    ["a form with brackets", "data[event_type]=call.hangup", "application/x-www-form-urlencoded"],
    ["a form that has JSON in it", ' a={"b":1}', "application/x-www-form-urlencoded"],
    ["nothing", "", "application/x-www-form-urlencoded"],
  ])("says what it is: %s", async (_, event, type) => {
    const { privateKey } = await createTestKeyPair();
    const { headers } = await signWebhook({ event, privateKey });
    expect(headers["content-type"]).toBe(type);
  });
});
