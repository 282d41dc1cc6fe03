import type { CallEventRecord } from "./call-event-record.ts";
import { toEvent } from "./to-event.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";

/**
 * Gives the event that a call event of `GET /call_events` was delivered with, as its delivery would have been read: with
 * the same id, and with the attempt and the address as `meta`. The call event itself stays as it is.
 *
 * @example
 * ```ts
 * for await (const callEvent of client.callEvents.list({ filter: { type: "webhook", failed: true } })) {
 *   const event = parseCallEvent(callEvent);
 *   if (isEvent(event, "call.hangup")) console.log(event.data.payload.hangup_cause);
 * }
 * ```
 * @throws {WebhookParseError} where it holds no event, as the record of a command does
 */
export function parseCallEvent(callEvent: CallEventRecord): ReceivedEvent {
  const { metadata } = Object(callEvent) as Partial<CallEventRecord>;
  if (metadata?.event == null) {
    throw new WebhookParseError("The call event holds no event: only those of the type webhook do.");
  }
  return toEvent(callEvent);
}
