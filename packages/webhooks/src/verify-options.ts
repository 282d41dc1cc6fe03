import type { WebhookBody } from "./webhook-body.ts";
import type { WebhookHeaders } from "./webhook-headers.ts";

/** What is checked against the signature of a delivery: all but the delivery itself. */
export interface VerifySettings {
  /**
   * The public key of the account as the portal shows it, base64 of 32 bytes; or several, any of which may have signed,
   * while one replaces another. @default the environment variable `TELNYX_PUBLIC_KEY`
   */
  readonly publicKey?: string | readonly string[] | undefined;
  /** How many seconds the delivery's timestamp may lie in the past or the future. @default 300 */
  readonly toleranceSeconds?: number | undefined;
  /** The clock: milliseconds since 1970. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** A delivery and what to check it against. */
export interface VerifyOptions extends VerifySettings {
  /** The body as received: its bytes, or their text. A parsed body cannot be verified. */
  readonly body: WebhookBody;
  /** The headers, or the request that has them. */
  readonly headers: WebhookHeaders;
}
