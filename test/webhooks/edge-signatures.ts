import { createHash } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import type { Fixture } from "./fixtures.ts";

const { Point } = ed25519;
type Place = InstanceType<typeof Point>;

/** The order of the base point, and the prime of the field. */
const order = Point.Fn.ORDER;
const prime = Point.Fp.ORDER;

/** The bytes of a number, the lowest first, as Ed25519 writes them. */
function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse();
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
}

/** The 14 encodings of the eight points of small order: y below and above the prime, with either sign. */
export function encodeSmallOrder(): Buffer[] {
  const places = Array.from({ length: 8 }, (_, times) => torsion().multiplyUnsafe(BigInt(times)));
  const heights = new Set(places.map((place) => place.toAffine().y));
  const written = [...heights].flatMap((y) => [y, y + prime]).filter((y) => y < 2n ** 255n);
  return written.flatMap((y) => [toBytes(y), toBytes(y + 2n ** 255n)]);
}

/** A point of order 8: what is left of a point when the part of the large order is taken from it. */
function torsion(): Place {
  for (let y = 2n; y < 200n; y++) {
    const place = placeAt(y);
    const small = place?.multiplyUnsafe(order - 1n).add(place);
    if (small?.multiplyUnsafe(4n).is0() === false) return small;
  }
  throw new Error("There is no point of order 8 among the first heights.");
}

function placeAt(y: bigint): Place | undefined {
  try {
    return Point.fromBytes(toBytes(y));
  } catch {
    // No point of the curve is there.
    return undefined;
  }
}

/**
 * Signatures in which verifiers of Ed25519 are known to differ, the kinds of "Taming the Many EdDSAs" (Chalkias, Garillot and
 * Nikolaenko, 2020), made anew with a key of our own over the bytes that Telnyx signs; and what each runtime must say.
 */
export function makeEdgeSignatures(timestamp: number): Fixture[] {
  const scalar = 123_456_789_012_345_678_901_234_567_890n;
  const nonce = 987_654_321_098_765_432_109_876_543_210n;
  const key = Point.BASE.multiply(scalar);
  const commitment = Point.BASE.multiply(nonce);
  const mixed = key.add(torsion());
  const hash = (R: Uint8Array, A: Uint8Array, body: string) => {
    const digest = createHash("sha512").update(R).update(A).update(`${timestamp}|${body}`).digest();
    return toNumber(digest) % order;
  };
  /** Signs with a given encoding of R, whatever it is, and a nonce. */
  const sign = (R: Uint8Array, A: Uint8Array, r: bigint, body: string) =>
    Buffer.concat([R, toBytes((r + hash(R, A, body) * scalar) % order)]);
  const edge = (title: string, wanted: string, A: Uint8Array, signature: Uint8Array, body = "{}"): Fixture => ({
    title: `edge: ${title}`,
    body: Buffer.from(body).toString("base64"),
    headers: {
      "telnyx-timestamp": String(timestamp),
      "telnyx-signature-ed25519": Buffer.from(signature).toString("base64"),
    },
    publicKey: Buffer.from(A).toString("base64"),
    wanted,
  });
  const [A, R] = [key.toBytes(), commitment.toBytes()];
  const genuine = sign(R, A, nonce, "{}");
  const beyond = Array.from({ length: 15 }, (_, index) => toNumber(genuine.subarray(32)) + BigInt(index + 1) * order);
  /** A body for which the torsion of the key drops out of the equation, or stays in it. */
  const bodyWhere = (dropsOut: boolean) => {
    for (let count = 0; ; count++) {
      const body = `{"count":${count}}`;
      if ((hash(R, mixed.toBytes(), body) % 8n === 0n) === dropsOut) return body;
    }
  };
  const mixedSignature = (body: string) => sign(R, mixed.toBytes(), nonce, body);
  const [dropped, kept] = [bodyWhere(true), bodyWhere(false)];
  const zero = Point.ZERO.toBytes();
  const shifted = commitment.add(torsion()).toBytes();
  const [A1, R1] = [toBytes(prime + 1n), toBytes(prime + 1n)];
  return [
    edge("a genuine signature", "accepted", A, genuine),
    ...beyond.map((S, index) =>
      edge(`S and ${index + 1} orders`, "signature-mismatch", A, Buffer.concat([R, toBytes(S)])),
    ),
    edge("a key with torsion that drops out", "accepted", mixed.toBytes(), mixedSignature(dropped), dropped),
    edge("a key with torsion that stays", "signature-mismatch", mixed.toBytes(), mixedSignature(kept), kept),
    edge("an R with torsion", "signature-mismatch", A, sign(shifted, A, nonce, "{}")),
    ...encodeSmallOrder().map((small, index) =>
      edge(`R ${index + 1} of small order`, "signature-mismatch", A, sign(small, A, 0n, "{}")),
    ),
    edge("a key and an R beyond the prime", "key-malformed", A1, Buffer.concat([R1, toBytes(0n)])),
    ...encodeSmallOrder().map((small, index) =>
      edge(`key ${index + 1} of small order`, "key-malformed", small, Buffer.concat([zero, toBytes(0n)])),
    ),
  ];
}
