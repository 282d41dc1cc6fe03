import { concat } from "./concat.ts";
import type { NodeRequest } from "./node-message.ts";
import { type BodyFault, inTime, maxBodyBytes } from "./read-body.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Gets the raw body of a request, or why there is none: what a platform or a raw-body parser kept of it, else what the
 * stream still holds. Keeps at most a little more than the limit, which shows that it is exceeded. It is a fault of the
 * setup where a parser has read the body and kept only what it made of it.
 */
export async function readNodeBody(
  request: NodeRequest,
): Promise<{ readonly body: string | Bytes } | { readonly fault: BodyFault | WebhookSetupError }> {
  for (const kept of [request.rawBody, request.body]) {
    if (typeof kept === "string" || kept instanceof Uint8Array) return { body: kept as string | Bytes };
  }
  if (request.readableEnded) {
    const message =
      "The body was parsed before the webhook handler saw it: put the handler before any JSON middleware.";
    return { fault: new WebhookSetupError("body-parsed", message) };
  }
  const read = await inTime(readStream(request));
  return typeof read === "string" ? { fault: read } : { body: read };
}

function readStream(request: NodeRequest): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    // A stream that is closed already tells nobody any more.
    if (request.destroyed) reject(new Error("The request was aborted."));
    const end = () => resolve(concat(chunks, length));
    request.on("data", (chunk: Uint8Array) => {
      // Beyond the limit the rest is read and dropped, so that the sender gets to read the answer.
      if (length > maxBodyBytes) return;
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBodyBytes) end();
    });
    request.on("end", end);
    request.on("error", reject);
    request.on("close", () => reject(new Error("The request was aborted.")));
  });
}
