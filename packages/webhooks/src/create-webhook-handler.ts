import { answerTexml, isTexml } from "./answer-texml.ts";
import type { CallEventRecord } from "./call-event-record.ts";
import { chooseHandler } from "./choose-handler.ts";
import { deliverOnce, type Ending } from "./deliver-once.ts";
import { parseWebhook } from "./parse-webhook.ts";
import { type BodyFault, maxBodyBytes, readBody } from "./read-body.ts";
import { readHeader } from "./read-header.ts";
import { readSettings, type Settings } from "./read-settings.ts";
import { type ReplayOutcome, replayEvent } from "./replay-event.ts";
import { signatureHeaders } from "./signature-headers.ts";
import { startLimit, type TimeLimit } from "./time-limit.ts";
import { verifyWebhook } from "./verify-webhook.ts";
import type { WebhookHandlerOptions } from "./webhook-handler-options.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";
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
  const receive: WebhookHandler = async (request, platform) => {
    const limit = startLimit(settings.deadline);
    try {
      return await answer({ request, settings, limit, keep: createKeeper(platform, settings) });
    } catch (error) {
      return await refuse(error, settings);
    } finally {
      limit.cancel();
    }
  };
  return Object.assign(receive, { replay: (callEvent: CallEventRecord) => replayEvent(callEvent, settings) });
}

interface Reception {
  readonly request: Request;
  readonly settings: Settings;
  readonly limit: TimeLimit;
  readonly keep: (work: Promise<unknown>) => void;
}

/** Some platforms drop what is left to do after the answer, or for a client that hung up, unless they are told of it. */
function createKeeper(platform: unknown, { report }: Settings): Reception["keep"] {
  return (work) => {
    try {
      const { waitUntil } = (platform ?? {}) as { waitUntil?(work: Promise<unknown>): void };
      waitUntil?.call(platform, work);
    } catch (error) {
      void report(error);
    }
  };
}

async function answer({ request, settings, limit, keep }: Reception): Promise<Response> {
  if (!settings.methods.includes(request.method)) {
    return new Response(null, { status: 405, headers: { allow: settings.methods.join(", ") } });
  }
  if (Number(request.headers.get("content-length")) > maxBodyBytes) return refuseBody("too-large");
  // Nothing is read of what is not signed.
  for (const name of signatureHeaders) readHeader(request.headers, name);
  const body = request.method === "GET" ? queryOf(request) : await readBody(request);
  if (typeof body === "string") return refuseBody(body);
  await verifyWebhook({ ...settings.verify, body, headers: request.headers });
  if (settings.texml !== undefined && isTexml({ body, request })) {
    const answered = answerTexml({ handlers: settings.texml, reporter: settings, context: { body, request } });
    keep(answered);
    return answered;
  }
  const event = parseWebhook(body);
  const handle = chooseHandler(settings.on, event.data.event_type);
  if (handle === undefined) return new Response(null, { status: 200 });
  const delivered = deliverOnce({ event, handle: async () => handle(event, { body, request }), settings, limit });
  keep(delivered.then(({ work }) => work?.done));
  return answerTo((await delivered).ending);
}

function refuseBody(fault: BodyFault): Response {
  const [status, text] = bodyAnswers[fault];
  return new Response(text, { status });
}

const bodyAnswers = {
  "too-large": [413, "The body is larger than 1 MiB."],
  broken: [400, "The body broke off."],
  late: [408, "The body took too long."],
} as const;

function queryOf(request: Request): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new URL(request.url).search.slice(1));
}

/** Telnyx delivers again after 408, 429 and 5xx alone. Nothing but what is done, or was asked for so, gets 200. */
function answerTo(ending: Ending): Response {
  if (ending === "failed") return new Response(null, { status: 500 });
  const isOpen = ending === "in-work" || ending === "unanswered";
  return isOpen
    ? new Response(null, { status: 503, headers: { "retry-after": "1" } })
    : new Response(null, { status: 200 });
}

async function refuse(error: unknown, { log, report }: Settings): Promise<Response> {
  if (error instanceof WebhookVerificationError) {
    log(`webhook refused: ${error.message} (${error.code})`);
    return new Response(error.message, { status: 401 });
  }
  if (error instanceof WebhookParseError) {
    log(`webhook not understood: ${error.message}`);
    return new Response(error.message, { status: 400 });
  }
  await report(error);
  return new Response(null, { status: 500 });
}
