/**
 * Webhook events of the Telnyx voice API: their names as values and their types.
 *
 * @module
 */
export type {
  VoiceEvent,
  VoiceEventFamily,
  VoiceEventFamilyMap,
  VoiceEventMap,
  VoiceEventName,
} from "@telnyx-voice/types";
export { voiceEventNames, voiceEventNamesByFamily } from "./generated/event-names.ts";
