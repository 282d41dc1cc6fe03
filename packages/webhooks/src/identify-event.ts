import { digestText } from "./digest-text.ts";
import { type Fields, isFields, isText } from "./fields.ts";

/**
 * What an event is told apart by: its `id`; where it has none, its `webhook_id`, as bodies in the portal do; else its name
 * with the `request_id` and the `status` of its payload, as the results of insights do; else a digest of all that it says,
 * in whatever order. It is the same in each delivery of an event, since what differs from one to the next is `meta`, which
 * is beside the event.
 */
export function identifyEvent(event: Fields, payload: Fields): string {
  const { id, webhook_id, event_type } = event;
  const { request_id, status } = payload;
  const request = isText(request_id) && [event_type, request_id, status].join(":");
  return [id, webhook_id, request].find(isText) ?? `digest:${digestText(JSON.stringify(event, sortFields))}`;
}

function sortFields(_: string, value: unknown): unknown {
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)));
}
