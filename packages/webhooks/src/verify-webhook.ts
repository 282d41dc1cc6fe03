import { decodeBase64 } from "./decode-base64.ts";
import { readHeader } from "./read-header.ts";
import { readPublicKeys } from "./read-public-keys.ts";
import { signedBytes } from "./signed-bytes.ts";
import { smallOrder } from "./small-order.ts";
import type { VerifyOptions } from "./verify-options.ts";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/**
 * Verifies that a delivery was signed with the account's key, within the tolerance, and is unchanged since. Returns
 * nothing; whatever is not proven throws.
 *
 * @example
 * ```ts
 * await verifyWebhook({ body: await request.text(), headers: request.headers, publicKey });
 * ```
 * @throws {WebhookVerificationError} where the delivery proves nothing
 * @throws {WebhookSetupError} where the key is missing or malformed, the body is parsed, or the runtime has no Ed25519
 */
export async function verifyWebhook(options: VerifyOptions): Promise<void> {
  const verifiers = readPublicKeys(options.publicKey);
  const timestamp = readHeader(options.headers, "telnyx-timestamp");
  const encoded = readHeader(options.headers, "telnyx-signature-ed25519");
  const signature = decodeSignature(encoded);
  checkTimestamp(timestamp, options);
  const message = signedBytes(timestamp, options.body);
  // The R of a signature is its first half.
  if (!smallOrder.test(encoded)) for (const verify of verifiers) if (await verify(message, signature)) return;
  throw new WebhookVerificationError(
    "signature-mismatch",
    "The signature does not fit: the key is of another account, or the body was changed.",
  );
}

/** 85 characters of 6 bits, one of 2 bits with four zeros behind it, and the padding: no other text is 64 bytes. */
const canonicalSignature = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

function decodeSignature(signature: string): Uint8Array<ArrayBuffer> {
  if (canonicalSignature.test(signature)) return decodeBase64(signature);
  throw new WebhookVerificationError("signature-malformed", "The signature is not base64 of 64 bytes.");
}

function checkTimestamp(timestamp: string, { toleranceSeconds = 300, now = Date.now }: VerifyOptions): void {
  if (!/^\d+$/.test(timestamp)) {
    throw new WebhookVerificationError("timestamp-malformed", "The timestamp is not a whole number of seconds.");
  }
  const late = Math.floor(now() / 1000) - Number(timestamp);
  // Put this way round, so that a tolerance or a clock that is not a number refuses.
  if (Math.abs(late) <= toleranceSeconds) return;
  throw new WebhookVerificationError(
    "timestamp-outside-tolerance",
    `The timestamp is ${Math.abs(late)} s in the ${late > 0 ? "past" : "future"}; ${toleranceSeconds} s are allowed.`,
  );
}
