import type { VoiceEventMap, VoiceEventName } from "@telnyx-voice/types";
import type { ReceivedEvent, UnknownEvent } from "./unknown-event.ts";

/** What a handler is given beside the event. */
export interface WebhookContext {
  /** The body as it was received and signed. */
  readonly body: Uint8Array;
  /** The request; its body has been read. */
  readonly request: Request;
}

/** Handles one event. The event counts as handled once this is done, and is delivered again if it throws. */
export type EventHandler<Event> = (event: Event, context: WebhookContext) => unknown;

/** The first part of a name and a star, such as `call.*`: all events whose names begin so. */
export type EventWildcard = VoiceEventName extends infer Name
  ? Name extends `${infer First}.${string}`
    ? `${First}.*`
    : never
  : never;

/** The events that a key of `on` stands for. A wildcard and `default` also stand for events that are not known yet. */
export type EventsOf<Key extends VoiceEventName | EventWildcard | "default"> = Key extends VoiceEventName
  ? VoiceEventMap[Key]
  : Key extends `${infer First}.*`
    ? VoiceEventMap[Extract<VoiceEventName, `${First}.${string}`>] | UnknownEvent
    : ReceivedEvent;

/**
 * Handlers by event. One of them is called for an event: that of its name, else that of its wildcard, else `default`. An
 * event that none is for is acknowledged.
 */
export type EventHandlers = {
  readonly [Key in VoiceEventName | EventWildcard | "default"]?: EventHandler<EventsOf<Key>>;
};
