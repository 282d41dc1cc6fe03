import { bodyText } from "./body-text.ts";
import type { WebhookBody } from "./webhook-body.ts";

/**
 * Reads the fields of a TeXML callback, which is a form and not an event, **without verifying it**: `verifyWebhook` does.
 * Of a field that comes twice, the last value counts.
 *
 * @example
 * ```ts
 * await verifyWebhook({ body, headers: request.headers });
 * const { CallSid, CallStatus } = parseTexmlCallback(body);
 * ```
 * @throws {WebhookParseError} where bytes are not UTF-8
 */
export function parseTexmlCallback(body: WebhookBody): Record<string, string | undefined> {
  const fields: Record<string, string> = Object.create(null);
  new URLSearchParams(bodyText(body)).forEach((value, name) => {
    fields[name] = value;
  });
  return fields;
}
