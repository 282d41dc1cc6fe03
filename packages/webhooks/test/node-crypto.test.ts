import crypto from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { nodeCrypto } from "../src/node-crypto.ts";
import { readPublicKeys } from "../src/read-public-keys.ts";
import { verifyWebhook } from "../src/verify-webhook.ts";
import { withoutNodeCrypto } from "./without-node-crypto.ts";

const body = '{"data":{}}';
const unsupported = {
  name: "WebhookSetupError",
  code: "ed25519-missing",
  message: "Neither node:crypto nor WebCrypto takes an Ed25519 key in this runtime.",
};

/** A key as the portal shows it, of random bytes. */
const anyKey = () => crypto.randomBytes(32).toString("base64");

/** The key as RFC 8037 has it: base64url without padding. */
const jwkOf = (key: string) => ({ kty: "OKP", crv: "Ed25519", x: Buffer.from(key, "base64").toString("base64url") });

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("node:crypto", () => {
  const getBuiltinModule = (name: string) => (name === "node:crypto" ? crypto : undefined);
  it.each<[string, unknown, unknown]>([
    ["Node", { versions: { node: "20.19.0" }, getBuiltinModule }, crypto],
    ["an older Node", { versions: { node: "20.11.0" } }, undefined],
    ["a runtime that has the function, and is not Node", { versions: {}, getBuiltinModule }, undefined],
    ["a bundler's stand-in for `process`", { env: {} }, undefined],
    ["a browser", undefined, undefined],
  ])("is asked for, or left alone, on %s", (_, process, want) => {
    vi.stubGlobal("process", process);
    const found = nodeCrypto();
    vi.unstubAllGlobals();
    expect(found).toBe(want);
  });

  it("is given the key, and verifies at once", async () => {
    const createPublicKey = vi.spyOn(crypto, "createPublicKey");
    const key = anyKey();
    const [verify] = readPublicKeys(key);
    expect(createPublicKey.mock.calls).toEqual([[{ key: jwkOf(key), format: "jwk" }]]);
    expect(verify?.(new Uint8Array(1), new Uint8Array(64))).toBe(false);
  });

  it("that takes no Ed25519 is told of", async () => {
    vi.spyOn(crypto, "createPublicKey").mockImplementation(() => {
      throw new Error("unsupported");
    });
    expect(() => readPublicKeys(anyKey())).toThrow(expect.objectContaining(unsupported));
  });
});

describe("WebCrypto", () => {
  it("is given the key, to verify with and for nothing else", async () => {
    const importKey = vi.spyOn(globalThis.crypto.subtle, "importKey");
    const key = anyKey();
    await withoutNodeCrypto(async () => readPublicKeys(key));
    expect(importKey.mock.calls).toEqual([["jwk", jwkOf(key), "Ed25519", false, ["verify"]]]);
  });

  it("that is missing is told of", async () => {
    vi.stubGlobal("crypto", undefined);
    await withoutNodeCrypto(async () => {
      expect(() => readPublicKeys(anyKey())).toThrow(expect.objectContaining(unsupported));
    });
  });
});

describe("keys", () => {
  const countReads = () => {
    const spy = vi.spyOn(crypto, "createPublicKey");
    return (key: string) => spy.mock.calls.filter(([given]) => Object(given).key.x === jwkOf(key).x).length;
  };

  it("are read once, whatever is between", () => {
    const reads = countReads();
    const [first, second] = [anyKey(), anyKey()];
    for (const key of [first, second, first, second]) readPublicKeys(key);
    expect([reads(first), reads(second)]).toEqual([1, 1]);
  });

  it("of thousands of accounts are not all kept", () => {
    const reads = countReads();
    const first = anyKey();
    readPublicKeys(first);
    for (let count = 0; count < 1_001; count++) readPublicKeys(anyKey());
    readPublicKeys(first);
    expect(reads(first)).toBe(2);
  });

  it.each([undefined, {}, { env: {} }])("are missing where the runtime has no environment: %o", async (process) => {
    vi.stubGlobal("process", process);
    const error = await verifyWebhook({ body, headers: {} }).catch((thrown: unknown) => thrown);
    vi.unstubAllGlobals();
    expect(error).toMatchObject({
      code: "key-missing",
      message: "There is no public key: pass `publicKey`, or set TELNYX_PUBLIC_KEY.",
    });
  });
});
