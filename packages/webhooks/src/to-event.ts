import { envelopeEvent } from "./envelope-event.ts";
import { isFields, isText } from "./fields.ts";
import { eventNamesOfV1 } from "./generated/event-names-of-v1.ts";
import { identifyEvent } from "./identify-event.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";

/**
 * Gives an event the envelope and the name of API v2, and an id where it has none.
 *
 * @throws {WebhookParseError} where there is no name or no payload
 */
export function toEvent(value: unknown): ReceivedEvent {
  if (!isFields(value)) throw new WebhookParseError("The body is not an object.");
  const delivery = envelopeEvent(value);
  const { event_type: name, payload } = delivery.data;
  if (!isText(name)) {
    throw new WebhookParseError("The body has no event_type. parseTexmlCallback reads TeXML callbacks.");
  }
  if (!isFields(payload)) throw new WebhookParseError("The event has no payload.");
  // Names come from outside: one such as "constructor" must not reach what all objects have.
  const event_type = Object.hasOwn(eventNamesOfV1, name) ? eventNamesOfV1[name] : name;
  const data = { record_type: "event", ...delivery.data, event_type, id: identifyEvent(delivery.data, payload) };
  return { ...delivery, data } as unknown as ReceivedEvent;
}
