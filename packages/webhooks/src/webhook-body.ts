/** A body as it was received: its bytes, or their text if nothing was changed in between. Never a parsed object. */
export type WebhookBody = string | Uint8Array | ArrayBuffer;
