/** A body holds no event: it is no JSON, or has no name or payload. Answer it with status 400. */
export class WebhookParseError extends Error {
  override readonly name = "WebhookParseError";
}
