import type { WebhookBody } from "./webhook-body.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";

/**
 * The text of a body, without a byte order mark.
 *
 * @throws {WebhookParseError} where bytes are not UTF-8
 */
export function bodyText(body: WebhookBody): string {
  if (typeof body === "string") return body.replace(/^\uFEFF/, "");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new WebhookParseError("The body is neither text nor bytes of UTF-8.");
  }
}
