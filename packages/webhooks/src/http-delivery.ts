import type { BodyFault } from "./read-body.ts";
import type { HeaderReader } from "./webhook-headers.ts";

/**
 * A delivery as it arrives over HTTP. That of a web-standard request and that of a server of Node both have this form, so
 * that neither has to become the other: to make a `Request` and to read its stream takes Node longer than all the rest.
 */
export interface HttpDelivery {
  readonly method: string;
  readonly headers: HeaderReader;
  /** Reads the body, or the query of a GET, as far as it may be, in time. Throws where the setup has lost the body. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer> | BodyFault>;
  /** Gives the request to a handler that asks for it. */
  readonly toRequest: () => Request;
}

/** What is answered to a delivery. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}
