import { digestText } from "./digest-text.ts";
import { type Fields, isFields, isText } from "./fields.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";

/**
 * What an event is told apart by: its `id`; where it has none, its `webhook_id`, as bodies in the portal do; else its name
 * with the `request_id` and the `status` of its payload, as the results of insights do; else a digest of all that it says,
 * in whatever order. It is the same in each delivery of an event, since what differs from one to the next is `meta`, which
 * is beside the event.
 *
 * @throws {WebhookParseError} where an event without an id is nested too deep to be digested
 */
export function identifyEvent(event: Fields, payload: Fields): string {
  const known = [event["id"], event["webhook_id"]].find(isText);
  if (known !== undefined) return known;
  const { request_id, status } = payload;
  return isText(request_id) ? [event["event_type"], request_id, status].filter(isText).join(":") : digestEvent(event);
}

function digestEvent(event: Fields): string {
  try {
    return `digest:${digestText(JSON.stringify(event, sortFields))}`;
  } catch {
    throw new WebhookParseError("The event has no id, and is nested too deep to be told from others without one.");
  }
}

function sortFields(_: string, value: unknown): unknown {
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
