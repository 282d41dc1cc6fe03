/**
 * Webhooks of the Telnyx voice API: verified, typed and handled once.
 *
 * @module
 */

export * from "@telnyx-voice/types/client-state";
export type * from "@telnyx-voice/types/events";
export type * from "@telnyx-voice/types/texml-callbacks";
export type { CallEventRecord } from "./call-event-record.ts";
export { createMemoryStore, type MemoryStoreOptions } from "./create-memory-store.ts";
export {
  createWebhookHandler,
  type Platform,
  type ReplayingWebhookHandler,
  type WebhookHandler,
} from "./create-webhook-handler.ts";
export type { EventHandler, EventHandlers, EventsOf, EventWildcard, WebhookContext } from "./event-handlers.ts";
export { voiceEventNames, voiceEventNamesByFamily } from "./generated/event-names.ts";
export { isEvent } from "./is-event.ts";
export type { NodeRequest, NodeResponse } from "./node-message.ts";
export { parseCallEvent } from "./parse-call-event.ts";
export { parseTexmlCallback } from "./parse-texml-callback.ts";
export { parseWebhook } from "./parse-webhook.ts";
export type { ReplayOutcome } from "./replay-event.ts";
export type { ReceivedTexmlCallback, UnknownTexmlCallback } from "./texml-callback.ts";
export type { TexmlHandler, TexmlHandlers } from "./texml-handlers.ts";
export { toNodeHandler } from "./to-node-handler.ts";
export type { ReceivedEvent, UnknownEvent, UnknownEventName } from "./unknown-event.ts";
export { unwrapWebhook } from "./unwrap-webhook.ts";
export type { VerifyOptions, VerifySettings } from "./verify-options.ts";
export { verifyWebhook } from "./verify-webhook.ts";
export type { WebhookBody } from "./webhook-body.ts";
export type { WebhookHandlerOptions } from "./webhook-handler-options.ts";
export type { HeaderReader, HeaderRecord, WebhookHeaders } from "./webhook-headers.ts";
export { WebhookParseError } from "./webhook-parse-error.ts";
export { type SetupFault, WebhookSetupError } from "./webhook-setup-error.ts";
export type { Claim, WebhookStore } from "./webhook-store.ts";
export { type VerificationFailure, WebhookVerificationError } from "./webhook-verification-error.ts";
