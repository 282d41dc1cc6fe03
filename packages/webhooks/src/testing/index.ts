/**
 * For tests of what receives webhooks: events, keys and signatures.
 *
 * @module
 */
export { buildEvent, type EventOverrides } from "./build-event.ts";
export { buildTexmlCallback, type TexmlFields } from "./build-texml-callback.ts";
export { createTestKeyPair, type TestKeyPair } from "./create-test-key-pair.ts";
export { type SignedDelivery, type SignOptions, signWebhook } from "./sign-webhook.ts";
