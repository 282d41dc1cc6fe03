import type { VoiceEvent } from "@telnyx-voice/types";

/**
 * The name of an event that this version does not know. At run time it is any text; the type keeps it apart from the
 * names that are known, so that a comparison with one of those narrows.
 */
export type UnknownEventName = string & { readonly "is not a VoiceEventName": true };

/** An event that this version does not know, in the envelope that all events have. */
export interface UnknownEvent {
  readonly data: {
    readonly record_type: "event";
    readonly event_type: UnknownEventName;
    readonly id: string;
    readonly occurred_at?: string;
    readonly payload: Readonly<Record<string, unknown>>;
  };
  readonly meta?: { readonly attempt: number; readonly delivered_to: string };
}

/** What a delivery can hold: an event that this version knows, or one that it does not. */
export type ReceivedEvent = VoiceEvent | UnknownEvent;
