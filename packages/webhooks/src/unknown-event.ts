import type { VoiceEvent } from "@telnyx-voice/types/events";

/**
 * The name of an event that this version does not know. At run time it is any text; to the compiler it is a text like no
 * other, so that a comparison with a known name narrows, and one with a misspelt name is an error.
 *
 * @example
 * ```ts
 * const name: string = event.data.event_type;
 * ```
 */
export declare enum UnknownEventName {
  Unknown = "",
}

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
