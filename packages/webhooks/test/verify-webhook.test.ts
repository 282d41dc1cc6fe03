import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createWebhookHandler, type VerifyOptions, verifyWebhook, type WebhookHeaders } from "../src/index.ts";
import { createTestKeyPair, signWebhook, type TestKeyPair } from "../src/testing/index.ts";
import { withoutNodeCrypto } from "./without-node-crypto.ts";

const timestamp = 1_767_225_600;
const now = () => timestamp * 1000;
const body = '{"data":{"event_type":"call.answered"}}';

const runtimes = [
  ["node:crypto", <T>(run: () => Promise<T>) => run()],
  ["WebCrypto", withoutNodeCrypto],
] as const;

describe.each(runtimes)("verifyWebhook with %s", (_, on) => {
  let keys: TestKeyPair;
  let delivery: VerifyOptions;
  const sign = (event: string, options = {}) =>
    signWebhook({ event, privateKey: keys.privateKey, timestamp, ...options });
  const check = (changes: object) => on(() => verifyWebhook({ ...delivery, ...changes }));
  const codeOf = (changes: object) =>
    check(changes).then(
      () => "accepted",
      (error: { code?: string }) => error.code ?? String(error),
    );

  beforeAll(async () => {
    keys = await createTestKeyPair();
    delivery = { ...(await sign(body)), publicKey: keys.publicKey, now };
  });

  it("accepts what Telnyx signed: the timestamp, a bar and the body", async () => {
    await expect(check({})).resolves.toBeUndefined();
    const key = createPublicKey({
      key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(keys.publicKey, "base64").toString("base64url") },
      format: "jwk",
    });
    const { headers } = await sign(body);
    const signature = Buffer.from(headers["telnyx-signature-ed25519"], "base64");
    expect(verify(null, Buffer.from(`${timestamp}|${body}`), key, signature)).toBe(true);
  });

  it.each([
    ["empty", ""],
    ["of non-ASCII text", '{"name":"Zoë 🎧"}'],
    ["with CRLF", '{\r\n"a": 1\r\n}'],
    ["with a byte order mark", "\uFEFF{}"],
    ["that is a form", "CallSid=1&From=%2B13125550100"],
  ])("accepts a body %s, as text and as bytes of every kind", async (_title, text) => {
    const { headers } = await sign(text);
    const bytes = new TextEncoder().encode(text);
    const within = new Uint8Array([1, ...bytes, 2]).subarray(1, bytes.length + 1);
    for (const form of [text, bytes, Buffer.from(text), bytes.buffer, within]) {
      expect(await codeOf({ headers, body: form })).toBe("accepted");
    }
    expect(await codeOf({ headers, body: `${text} ` })).toBe("signature-mismatch");
  });

  it("takes headers of every kind, in any case", async () => {
    const record = (await sign(body)).headers;
    const upper = Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toUpperCase(), value]));
    const listed = Object.fromEntries(Object.entries(record).map(([name, value]) => [name, [value]]));
    const request = new Request("https://a.test", { method: "POST", headers: record });
    const kinds: WebhookHeaders[] = [record, upper, listed, new Headers(record), request, { headers: upper }];
    // As long as the names of the headers that count.
    const others = { "x-forwarded-host": "a.test", "x-envoy-original-scheme-": "https" };
    kinds.push({ ...others, ...record }, { ...record, ...others });
    for (const headers of kinds) expect(await codeOf({ headers })).toBe("accepted");
  });

  it.each<[string, (headers: Record<string, unknown>) => unknown]>([
    ["header-missing", () => undefined],
    ["header-missing", () => null],
    ["header-missing", () => ({})],
    ["header-missing", () => new Headers()],
    ["header-missing", (headers) => Object.create(headers)],
    ["header-missing", (headers) => ({ ...headers, "telnyx-timestamp": undefined })],
    ["header-missing", (headers) => ({ ...headers, "telnyx-signature-ed25519": "" })],
    ["header-missing", (headers) => ({ ...headers, "telnyx-timestamp": timestamp })],
    ["header-repeated", (headers) => ({ ...headers, "Telnyx-Timestamp": String(timestamp) })],
    ["header-repeated", (headers) => ({ ...headers, "telnyx-timestamp": [String(timestamp), "1"] })],
    [
      "header-repeated",
      (headers) => new Headers([...Object.entries(headers), ["telnyx-timestamp", "1"]] as [string, string][]),
    ],
    ["header-repeated", (headers) => ({ ...headers, "telnyx-timestamp": `${timestamp}, ${timestamp}` })],
    [
      "header-repeated",
      (headers) => ({ ...headers, "telnyx-signature-ed25519": `${headers["telnyx-signature-ed25519"]}, A` }),
    ],
    ["timestamp-malformed", (headers) => ({ ...headers, "telnyx-timestamp": "NaN" })],
    ["timestamp-malformed", (headers) => ({ ...headers, "telnyx-timestamp": `+${timestamp}` })],
    ["timestamp-malformed", (headers) => ({ ...headers, "telnyx-timestamp": ` ${timestamp}` })],
    ["timestamp-malformed", (headers) => ({ ...headers, "telnyx-timestamp": `${timestamp}\n` })],
    ["timestamp-malformed", (headers) => ({ ...headers, "telnyx-timestamp": `${timestamp}.0` })],
    ["timestamp-malformed", (headers) => ({ ...headers, "telnyx-timestamp": "1767225600e0" })],
    ["timestamp-malformed", (headers) => ({ ...headers, "telnyx-timestamp": "٣" })],
    ["timestamp-outside-tolerance", (headers) => ({ ...headers, "telnyx-timestamp": "9".repeat(400) })],
    ["signature-mismatch", (headers) => ({ ...headers, "telnyx-timestamp": String(timestamp + 1) })],
    ["signature-mismatch", (headers) => ({ ...headers, "telnyx-timestamp": `0${timestamp}` })],
  ])("refuses with %s", async (code, change) => {
    const { headers } = await sign(body);
    expect(await codeOf({ headers: change(headers) })).toBe(code);
  });

  it.each<[string, (signature: string) => string]>([
    ["without its padding", (signature) => signature.slice(0, -2)],
    ["shortened", (signature) => `${signature.slice(0, 84)}`],
    ["in the URL's alphabet", (signature) => `-_${signature.slice(2)}`],
    ["with whitespace", (signature) => `${signature} `],
    ["with a letter before it", (signature) => `A${signature}`],
    ["with a line break", (signature) => `${signature}\n`],
    ["with bits left over", (signature) => signature.replace(/.==$/, (end) => `${end === "A==" ? "B" : "R"}==`)],
    ["as hex", (signature) => Buffer.from(signature, "base64").toString("hex")],
  ])("refuses a signature %s", async (_title, change) => {
    const { headers } = await sign(body);
    const signature = change(headers["telnyx-signature-ed25519"]);
    expect(await codeOf({ headers: { ...headers, "telnyx-signature-ed25519": signature } })).toBe(
      "signature-malformed",
    );
  });

  it("takes 300 seconds either way, and what is asked for", async () => {
    const at = async (seconds: number, changes = {}) =>
      codeOf({ ...(await sign(body, { timestamp: timestamp + seconds })), ...changes });
    expect([await at(-300), await at(300)]).toEqual(["accepted", "accepted"]);
    expect([await at(-301), await at(301)]).toEqual(Array(2).fill("timestamp-outside-tolerance"));
    expect(await at(-301, { toleranceSeconds: 301 })).toBe("accepted");
    expect(await at(1, { toleranceSeconds: 0 })).toBe("timestamp-outside-tolerance");
    expect(await at(0, { toleranceSeconds: Number.NaN })).toBe("timestamp-outside-tolerance");
    expect(await at(0, { now: () => Number.NaN })).toBe("timestamp-outside-tolerance");
  });

  it("takes any of several keys", async () => {
    const other = await createTestKeyPair();
    expect(await codeOf({ publicKey: [other.publicKey, keys.publicKey] })).toBe("accepted");
    expect(await codeOf({ publicKey: [other.publicKey] })).toBe("signature-mismatch");
    expect(await codeOf({ publicKey: [keys.publicKey, "nonsense"] })).toBe("key-malformed");
  });

  it.each<[string, (key: string) => unknown]>([
    ["empty", () => ""],
    ["surrounded by whitespace", (key) => `${key}\n`],
    ["in PEM format", () => pem()],
    ["not in that form", (key) => key.slice(0, -1)],
    ["not in that form", (key) => Buffer.from(key, "base64").toString("hex")],
    ["not in that form (45 characters instead of 44", (key) => `A${key}`],
    ["of the type object", (key) => [[key]]],
    ["not in that form", (key) => key.replace(/.=$/, "B=")],
    ["of small order", () => Buffer.alloc(32).toString("base64")],
    ["of the type number", () => 7],
  ])("says that a key is %s, without showing it", async (reason, change) => {
    const error: unknown = await check({ publicKey: change(keys.publicKey) }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "WebhookSetupError",
      code: "key-malformed",
    });
    expect(String(error)).toContain(reason);
    expect(String(error)).not.toContain(keys.publicKey.slice(0, 20));
  });

  it.each([
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "7P///////////////////////////////////////38=",
    "7f///////////////////////////////////////38=",
    "7v///////////////////////////////////////38=",
    "JuiVj8KyJ7BFw/SJ8u+Y8NXfrAXTxjM5sTgCiG1T/AU=",
    "xxdqcD1N2E+6PAt2DRBnDyogU/osOczGTsf9d5KsA3o=",
  ])("refuses a point of small order, with either sign: %s", async (publicKey) => {
    const bytes = Buffer.from(publicKey, "base64");
    bytes[31] = (bytes[31] ?? 0) | 128;
    for (const key of [publicKey, bytes.toString("base64")])
      expect(await codeOf({ publicKey: key })).toBe("key-malformed");
    for (const changed of [1, 5]) {
      const other = Buffer.from(bytes.map((byte, index) => (index === changed ? byte ^ 1 : byte)));
      expect(await codeOf({ publicKey: other.toString("base64") })).not.toBe("key-malformed");
    }
  });

  it("says why a parsed body cannot be verified, and what to do", async () => {
    const error: unknown = await check({ body: JSON.parse(body) }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "body-parsed", message: expect.stringContaining("parsed") });
    expect(String(error)).toContain("from before any JSON middleware");
  });

  it.each<[string, (headers: Record<string, string>) => object]>([
    ["The header telnyx-timestamp is missing.", () => ({})],
    [
      "The header telnyx-signature-ed25519 is repeated.",
      (headers) => ({ ...headers, "telnyx-signature-ed25519": "A, A" }),
    ],
    [
      "The timestamp is not a whole number of seconds.",
      (headers) => ({ ...headers, "telnyx-timestamp": "2026-01-01T00:00:00Z" }),
    ],
    [
      "The timestamp is 600 s in the past; 300 s are allowed.",
      (headers) => ({ ...headers, "telnyx-timestamp": String(timestamp - 600) }),
    ],
    [
      "The timestamp is 301 s in the future; 300 s are allowed.",
      (headers) => ({ ...headers, "telnyx-timestamp": String(timestamp + 301) }),
    ],
    ["The signature is not base64 of 64 bytes.", (headers) => ({ ...headers, "telnyx-signature-ed25519": "A" })],
    [
      "The signature does not fit: the key is of another account, or the body was changed.",
      (headers) => ({ ...headers, "telnyx-timestamp": String(timestamp - 1) }),
    ],
  ])("says what is wrong: %s", async (message, change) => {
    const { headers } = await sign(body);
    const error: unknown = await check({ headers: change(headers) }).catch((thrown: unknown) => thrown);
    expect(String(error)).toBe(`WebhookVerificationError: ${message}`);
  });

  describe("without a key", () => {
    afterEach(() => vi.unstubAllEnvs());

    it("takes the one of the environment", async () => {
      vi.stubEnv("TELNYX_PUBLIC_KEY", keys.publicKey);
      expect(await codeOf({ publicKey: undefined })).toBe("accepted");
    });

    it.each([undefined, ""])("refuses everything where that is %j", async (value) => {
      vi.stubEnv("TELNYX_PUBLIC_KEY", value);
      expect(await codeOf({ publicKey: undefined })).toBe("key-missing");
      expect(await codeOf({ publicKey: [] })).toBe("key-missing");
    });
  });
});

describe("a runtime without Ed25519", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ["no WebCrypto", undefined],
    ["one without subtle", {}],
    ["one that does not know it", { subtle: { importKey: async () => Promise.reject(new Error("NotSupported")) } }],
  ])("says so where there is %s", async (_, crypto) => {
    const { publicKey, privateKey } = await createTestKeyPair();
    const delivery = await signWebhook({ event: body, privateKey });
    vi.stubGlobal("crypto", crypto);
    await withoutNodeCrypto(async () => {
      await expect(verifyWebhook({ ...delivery, publicKey })).rejects.toMatchObject({ code: "ed25519-missing" });
    });
  });
});

describe("a handler on a runtime without Ed25519", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("says so when something is delivered, and does not end the process before", async () => {
    const { publicKey } = await createTestKeyPair();
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    vi.stubGlobal("crypto", { subtle: { importKey: async () => Promise.reject(new Error("NotSupported")) } });
    await withoutNodeCrypto(async () => createWebhookHandler({ publicKey, on: {} }));
    await new Promise((passed) => setTimeout(passed, 10));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

function pem(): string {
  return generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }).toString();
}
