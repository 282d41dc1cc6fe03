import type {
  VoiceEventMap,
  VoiceEventName,
  VoiceEventWildcard,
  VoiceEventWildcardMap,
} from "@telnyx-voice/types/events";
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
export type EventWildcard = VoiceEventWildcard;

/** The events that a key of `on` stands for. A wildcard and `default` also stand for events that are not known yet. */
export type EventsOf<Key extends VoiceEventName | EventWildcard | "default"> = Key extends VoiceEventName
  ? VoiceEventMap[Key]
  : Key extends EventWildcard
    ? VoiceEventWildcardMap[Key] | UnknownEvent
    : ReceivedEvent;

/**
 * Handlers by event. One of them is called for an event: that of its name, else that of its wildcard, else `default`. An
 * event that none is for is acknowledged.
 */
export interface EventHandlers extends HandlersByName, HandlersByWildcard {
  /** For an event that no other handler is for. */
  readonly default?: EventHandler<ReceivedEvent> | undefined;
}

// Of the keys of a map, editors show what the map says of them.
type HandlersByName = { readonly [Name in keyof VoiceEventMap]?: EventHandler<VoiceEventMap[Name]> | undefined };

type HandlersByWildcard = {
  readonly [Wildcard in keyof VoiceEventWildcardMap]?:
    | EventHandler<VoiceEventWildcardMap[Wildcard] | UnknownEvent>
    | undefined;
};
