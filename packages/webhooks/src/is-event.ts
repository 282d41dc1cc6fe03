import type { VoiceEventMap, VoiceEventName } from "@telnyx-voice/types/events";
import type { ReceivedEvent } from "./unknown-event.ts";

/**
 * Tells whether an event is the one of that name, and narrows the whole of it.
 *
 * @example
 * ```ts
 * if (isEvent(event, "call.dtmf.received")) collect(event.data.payload.digit);
 * ```
 */
export function isEvent<Name extends VoiceEventName>(event: ReceivedEvent, name: Name): event is VoiceEventMap[Name] {
  return event.data.event_type === name;
}
