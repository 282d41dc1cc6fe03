import { parseWebhook } from "./parse-webhook.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import type { VerifyOptions } from "./verify-options.ts";
import { verifyWebhook } from "./verify-webhook.ts";

/**
 * Verifies a delivery and gives its event.
 *
 * @example
 * ```ts
 * const event = await unwrapWebhook({ body: await request.text(), headers: request.headers });
 * if (isEvent(event, "call.hangup")) console.log(event.data.payload.hangup_cause);
 * ```
 * @throws {WebhookVerificationError} where the delivery proves nothing
 * @throws {WebhookParseError} where it is genuine but holds no event
 * @throws {WebhookSetupError} where the key is missing or malformed, the body is parsed, or the runtime has no Ed25519
 */
export async function unwrapWebhook(options: VerifyOptions): Promise<ReceivedEvent> {
  await verifyWebhook(options);
  return parseWebhook(options.body);
}
