import { decodeBase64 } from "../decode-base64.ts";
import { signedBytes } from "../signed-bytes.ts";
import { createSigner } from "./create-signer.ts";
import { encodeBase64 } from "./encode-base64.ts";

/** What to sign, and how. */
export interface SignOptions {
  /** The event, which is delivered as JSON; or the body itself, as text: JSON, or the form of a TeXML callback. */
  readonly event: object | string;
  /** The private key: base64 of 32 bytes, as `createTestKeyPair` makes it. */
  readonly privateKey: string;
  /** When the delivery is signed, in seconds since 1970. @default now */
  readonly timestamp?: number | string | undefined;
}

/** A delivery as Telnyx would send it. */
export interface SignedDelivery {
  readonly body: string;
  readonly headers: Readonly<Record<"content-type" | "telnyx-timestamp" | "telnyx-signature-ed25519", string>>;
}

/**
 * Signs a delivery as Telnyx does.
 *
 * @example
 * ```ts
 * const { body, headers } = await signWebhook({ event: buildEvent("call.answered"), privateKey });
 * const response = await handle(new Request("https://example.com", { method: "POST", body, headers }));
 * ```
 */
export async function signWebhook({ event, privateKey, ...options }: SignOptions): Promise<SignedDelivery> {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const timestamp = String(options.timestamp ?? Math.floor(Date.now() / 1000));
  const { sign } = await createSigner(decodeBase64(privateKey));
  const signature = encodeBase64(await sign(signedBytes(timestamp, body)));
  const headers = {
    "content-type": /^\s*[{["]/.test(body) ? "application/json" : "application/x-www-form-urlencoded",
    "telnyx-timestamp": timestamp,
    "telnyx-signature-ed25519": signature,
  };
  return { body, headers };
}
