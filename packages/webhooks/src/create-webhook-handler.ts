import { answerTexml, isTexml } from "./answer-texml.ts";
import type { CallEventRecord } from "./call-event-record.ts";
import { chooseHandler } from "./choose-handler.ts";
import { deliverOnce } from "./deliver-once.ts";
import { parseWebhook } from "./parse-webhook.ts";
import { readBody } from "./read-body.ts";
import { readSettings, type Settings } from "./read-settings.ts";
import { type ReplayOutcome, replayEvent } from "./replay-event.ts";
import { verifyWebhook } from "./verify-webhook.ts";
import type { WebhookHandlerOptions } from "./webhook-handler-options.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

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
 * Makes a handler that verifies each delivery, reads its event and has it handled once. It answers 200 for what is or
 * was handled and for TeXML, 400 for what holds no event, 401 for a bad signature, 405 for other methods, 409 for an event that is in
 * work elsewhere, 413 beyond 1 MiB, and 500 where a handler, the store or the setup failed, so that Telnyx delivers again.
 *
 * @example
 * ```ts
 * const handle = createWebhookHandler({
 *   on: { "call.answered": async (event) => greet(event.data.payload.call_control_id) },
 * });
 * export default { fetch: handle };
 * ```
 * @throws {WebhookSetupError} where a key that is passed is malformed, or `deadline` is not within 30 seconds
 */
export function createWebhookHandler(options: WebhookHandlerOptions): ReplayingWebhookHandler {
  const settings = readSettings(options);
  const receive: WebhookHandler = async (request, platform) => {
    const { waitUntil } = (platform ?? {}) as { waitUntil?(work: Promise<unknown>): void };
    try {
      return await answer(request, settings, waitUntil?.bind(platform) ?? (() => {}));
    } catch (error) {
      return refuse(error, settings);
    }
  };
  return Object.assign(receive, { replay: (callEvent: CallEventRecord) => replayEvent(callEvent, settings) });
}

async function answer(request: Request, settings: Settings, waitUntil: (work: Promise<unknown>) => void) {
  if (!settings.methods.includes(request.method)) {
    return new Response(null, { status: 405, headers: { allow: settings.methods.join(", ") } });
  }
  const body = request.method === "GET" ? queryOf(request) : await readBody(request);
  if (body === undefined) return new Response("The body is larger than 1 MiB.", { status: 413 });
  await verifyWebhook({ ...settings.verify, body, headers: request.headers });
  if (settings.texml !== undefined && isTexml({ body, request })) {
    const answered = answerTexml({ handlers: settings.texml, log: settings.log, context: { body, request } });
    waitUntil(answered);
    return answered;
  }
  const event = parseWebhook(body);
  const handle = chooseHandler(settings.on, event.data.event_type);
  if (handle === undefined) return new Response(null, { status: 200 });
  const delivered = deliverOnce({ event, handle: async () => handle(event, { body, request }), settings, waitUntil });
  // Some platforms drop the work for a client that hung up, unless they are told to wait for it.
  waitUntil(delivered);
  return delivered;
}

function queryOf(request: Request): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new URL(request.url).search.slice(1));
}

function refuse(error: unknown, { log }: Settings): Response {
  if (error instanceof WebhookVerificationError) {
    log(`webhook refused: ${error.message} (${error.code})`);
    return new Response(error.message, { status: 401 });
  }
  if (error instanceof WebhookParseError) {
    log(`webhook not understood: ${error.message}`);
    return new Response(error.message, { status: 400 });
  }
  log(`webhook not handled: ${error instanceof WebhookSetupError ? error.message : "its body could not be read"}`);
  return new Response(null, { status: error instanceof WebhookSetupError ? 500 : 400 });
}
