import { bodyText } from "./body-text.ts";
import { parseQuery } from "./parse-query.ts";
import { toEvent } from "./to-event.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import type { WebhookBody } from "./webhook-body.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";

/**
 * Reads the event of a delivery, **without verifying it**: for what was verified before, such as messages of a queue.
 * Takes JSON, in the format of API v2 or v1, as the portal shows it or within a call event, and the query that
 * `webhook_url_method: GET` makes, whose values are texts. What comes out has the names and the envelope of API v2, and an
 * id, whatever it lacked. The payload's fields are taken as they are.
 *
 * @example
 * ```ts
 * const event = parseWebhook(message.body);
 * if (event.data.event_type === "call.hangup") console.log(event.data.payload.hangup_cause);
 * ```
 * @throws {WebhookParseError} where the body holds no event
 */
export function parseWebhook(body: WebhookBody): ReceivedEvent {
  const text = bodyText(body);
  return toEvent(query.test(text) ? parseQuery(text) : parseJson(text));
}

/** What a query begins with: a name, perhaps of a field of a field, and its value. */
const query = /^[^\s<"]+=/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The message of the engine quotes the body, which may hold what must not be logged.
    throw new WebhookParseError("The body is not JSON.");
  }
}
