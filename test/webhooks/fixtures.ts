import { createTestKeyPair, signWebhook } from "@telnyx-voice/webhooks/testing";

import { makeEdgeSignatures } from "./edge-signatures.ts";

/** A delivery, and what every runtime must say of it. */
export interface Fixture {
  readonly title: string;
  /** The body's bytes in base64. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly publicKey: string;
  readonly wanted: string;
}

const timestamp = 1_767_225_600;

/** The time at which the fixtures are delivered, in milliseconds. */
export const now = timestamp * 1000;

/** Deliveries, genuine and forged, with keys made anew. */
export async function makeFixtures(): Promise<Fixture[]> {
  const { publicKey, privateKey } = await createTestKeyPair();
  const other = await createTestKeyPair();
  const bodies = ["", "{}", '{"name":"Zoë 🎧"}\r\n', "\uFEFF{}", "CallSid=1&From=%2B1", "x".repeat(100_000)];
  const genuine = await Promise.all(
    bodies.map(async (event) => fixture(`genuine: ${event.slice(0, 20)}`, event, await sign(event), "accepted")),
  );
  const body = '{"data":{}}';
  const headers = await sign(body);
  const signature = headers["telnyx-signature-ed25519"];
  const forged = (title: string, wanted: string, changes: Record<string, string>, text = body) =>
    fixture(title, text, { ...headers, ...changes }, wanted);
  const bytes = Buffer.from(signature, "base64");
  const signed = (change: Buffer) => ({ "telnyx-signature-ed25519": change.toString("base64") });
  return [
    ...genuine,
    ...makeEdgeSignatures(timestamp),
    forged("another body", "signature-mismatch", {}, `${body} `),
    forged("another timestamp", "signature-mismatch", { "telnyx-timestamp": String(timestamp - 1) }),
    forged("a padded timestamp", "signature-mismatch", { "telnyx-timestamp": `0${timestamp}` }),
    forged("a timestamp that is no number", "timestamp-malformed", { "telnyx-timestamp": "NaN" }),
    forged("an old timestamp", "timestamp-outside-tolerance", { "telnyx-timestamp": String(timestamp - 301) }),
    forged("a signature of zeros", "signature-mismatch", signed(Buffer.alloc(64))),
    forged("a signature with one bit changed", "signature-mismatch", signed(flipped(bytes))),
    forged("a signature with its scalar beyond the order", "signature-mismatch", signed(beyondOrder(bytes))),
    forged("a short signature", "signature-malformed", signed(bytes.subarray(0, 63))),
    forged("no signature", "header-missing", { "telnyx-signature-ed25519": "" }),
    { ...forged("another key", "signature-mismatch", {}), publicKey: other.publicKey },
    { ...forged("a short key", "key-malformed", {}), publicKey: publicKey.slice(4) },
    { ...forged("a key of zeros", "key-malformed", {}), publicKey: Buffer.alloc(32).toString("base64") },
  ];

  async function sign(event: string) {
    return (await signWebhook({ event, privateKey, timestamp })).headers;
  }

  function fixture(title: string, text: string, given: Record<string, string>, wanted: string): Fixture {
    return { title, body: Buffer.from(text).toString("base64"), headers: given, publicKey, wanted };
  }
}

function flipped(signature: Buffer): Buffer {
  const copy = Buffer.from(signature);
  copy[40] = (copy[40] ?? 0) ^ 1;
  return copy;
}

/** The signature with the order of the curve added to its scalar, which some verifiers take for the same. */
export function beyondOrder(signature: Buffer): Buffer {
  const order = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n;
  const scalar = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString("hex")}`) + order;
  const bytes = Buffer.from(scalar.toString(16).padStart(64, "0"), "hex").reverse();
  return Buffer.concat([signature.subarray(0, 32), bytes]);
}
