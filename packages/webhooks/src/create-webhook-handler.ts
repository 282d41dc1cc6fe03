import type { CallEventRecord } from "./call-event-record.ts";
import { deliveries, type Receiver, receivers } from "./direct-receivers.ts";
import type { HttpAnswer, HttpDelivery } from "./http-delivery.ts";
import { queryBytes } from "./query-bytes.ts";
import { readBody } from "./read-body.ts";
import { readSettings } from "./read-settings.ts";
import { receiveDelivery } from "./receive-delivery.ts";
import { type ReplayOutcome, replayEvent } from "./replay-event.ts";
import type { WebhookHandlerOptions } from "./webhook-handler-options.ts";

/** What some platforms pass beside the request: Workers and others have `waitUntil`, which work after the answer needs. */
export type Platform = { waitUntil?(work: Promise<unknown>): void } | object;

/**
 * Answers the deliveries that arrive as web-standard requests. Does not reject. Of a `Platform` it uses `waitUntil`;
 * anything else may come in its place, since platforms differ, and Next.js takes routes of no other type.
 */
export type WebhookHandler = (request: Request, platform?: unknown) => Promise<Response>;

/** A webhook handler that takes up what it missed, too. */
export interface ReplayingWebhookHandler extends WebhookHandler {
  /**
   * Handles the event of a call event, as `client.callEvents.list()` gives them, unless it was handled: by the same
   * handlers, through the same store, without a signature. Waits for the handler. Does not reject.
   *
   * @example
   * ```ts
   * for await (const callEvent of client.callEvents.list({ filter: { failed: true } })) await handle.replay(callEvent);
   * ```
   */
  replay(callEvent: CallEventRecord): Promise<ReplayOutcome>;
}

/**
 * Makes a handler that verifies each delivery, reads its event and has it handled once. It answers 200 for what was
 * handled and for TeXML, 400 for what holds no event, 401 for a bad signature, 405 for other methods, 408 for a body that
 * takes 10 seconds, 413 beyond 1 MiB, 500 where a handler, the store or the setup failed, and 503 for what is not done by
 * the deadline. Telnyx delivers again after the last two.
 *
 * @example
 * ```ts
 * const handle = createWebhookHandler({
 *   on: { "call.answered": async (event) => greet(event.data.payload.call_control_id) },
 * });
 * export default { fetch: handle };
 * ```
 * @throws {WebhookSetupError} where an option is not as it must be, such as a handler for what is no event
 */
export function createWebhookHandler(options: WebhookHandlerOptions): ReplayingWebhookHandler {
  const settings = readSettings(options);
  const receive: Receiver = (delivery, platform) => receiveDelivery({ delivery, settings, platform });
  const handler: WebhookHandler = async (request, platform) =>
    toResponse(await receive(deliveries.get(request) ?? toDelivery(request), platform));
  receivers.set(handler, receive);
  return Object.assign(handler, { replay: (callEvent: CallEventRecord) => replayEvent(callEvent, settings) });
}

function toDelivery(request: Request): HttpDelivery {
  const { method, headers } = request;
  const read = async () => (method === "GET" ? queryBytes(request.url) : readBody(request));
  return { method, headers, read, toRequest: () => request };
}

function toResponse({ status, headers, text }: HttpAnswer): Response {
  return new Response(text ?? null, { status, ...(headers && { headers }) });
}
