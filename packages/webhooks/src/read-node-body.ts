import { concat } from "./concat.ts";
import type { NodeRequest } from "./node-message.ts";
import { type BodyFault, inTime, maxBodyBytes } from "./read-body.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Gets the raw body of a request, or why there is none: what a platform or a raw-body parser kept of it, else what the
 * stream still holds. Keeps nothing of one that is too large.
 *
 * @throws {WebhookSetupError} where a parser has read the body and kept only what it made of it
 */
export async function readNodeBody(request: NodeRequest): Promise<Bytes | BodyFault> {
  for (const kept of [request.rawBody, request.body]) {
    const bytes = typeof kept === "string" ? new TextEncoder().encode(kept) : kept;
    if (bytes instanceof Uint8Array) return bytes.length > maxBodyBytes ? "too-large" : (bytes as Bytes);
  }
  if (!request.readableEnded) return inTime(readStream(request));
  const message = "The body was parsed before the webhook handler saw it: put the handler before any JSON middleware.";
  throw new WebhookSetupError("body-parsed", message);
}

function readStream(request: NodeRequest): Promise<Bytes | BodyFault> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return new Promise((resolve) => {
    // A stream that is closed already tells nobody any more.
    if (request.destroyed) resolve("broken");
    request.on("data", (chunk: Uint8Array) => {
      // Beyond the limit the rest is read and dropped, so that the sender gets to read the answer.
      if (length > maxBodyBytes) return;
      chunks.push(chunk);
      length += chunk.length;
      if (length <= maxBodyBytes) return;
      chunks.length = 0;
      resolve("too-large");
    });
    request.on("end", () => resolve(concat(chunks, length)));
    const fail = () => resolve("broken");
    request.on("error", fail);
    request.on("close", fail);
  });
}
