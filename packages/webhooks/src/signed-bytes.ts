import { concat } from "./concat.ts";
import type { WebhookBody } from "./webhook-body.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";

const encoder = new TextEncoder();

/**
 * The bytes that a signature covers: the timestamp as received, a vertical bar and the body as received.
 *
 * @throws {WebhookSetupError} where the body is neither text nor bytes
 */
export function signedBytes(timestamp: string, body: WebhookBody): Uint8Array<ArrayBuffer> {
  if (typeof body === "string") return encoder.encode(`${timestamp}|${body}`);
  const prefix = encoder.encode(`${timestamp}|`);
  const bytes = toBytes(body);
  return concat([prefix, bytes], prefix.length + bytes.length);
}

function toBytes(body: unknown): Uint8Array {
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  if (Object.prototype.toString.call(body) === "[object ArrayBuffer]") return new Uint8Array(body as ArrayBuffer);
  throw new WebhookSetupError(
    "body-parsed",
    "The body is not the raw body: the signature covers the bytes as they were received, and a body that was parsed " +
      "cannot be turned back into them. Pass the text or the bytes, from before any JSON middleware.",
  );
}
