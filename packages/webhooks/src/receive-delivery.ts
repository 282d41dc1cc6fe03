import { answerTexml, isTexml } from "./answer-texml.ts";
import { chooseHandler } from "./choose-handler.ts";
import { deliverOnce, type Ending } from "./deliver-once.ts";
import type { WebhookContext } from "./event-handlers.ts";
import type { HttpAnswer, HttpDelivery } from "./http-delivery.ts";
import { parseWebhook } from "./parse-webhook.ts";
import { type BodyFault, maxBodyBytes } from "./read-body.ts";
import { readHeader } from "./read-header.ts";
import type { Settings } from "./read-settings.ts";
import { signatureHeaders } from "./signature-headers.ts";
import { startLimit, type TimeLimit } from "./time-limit.ts";
import { verifyWebhook } from "./verify-webhook.ts";
import { WebhookParseError } from "./webhook-parse-error.ts";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/** What is needed to answer a delivery. */
export interface Reception {
  readonly delivery: HttpDelivery;
  readonly settings: Settings;
  /** What the platform passes beside the request. */
  readonly platform: unknown;
}

/** Answers a delivery: verifies it, reads its event and has it handled once, within the deadline. Does not reject. */
export async function receiveDelivery(reception: Reception): Promise<HttpAnswer> {
  const { settings } = reception;
  const limit = startLimit(settings.deadline);
  try {
    return await answer(reception, limit);
  } catch (error) {
    return await refuse(error, settings);
  } finally {
    limit.cancel();
  }
}

async function answer({ delivery, settings, platform }: Reception, limit: TimeLimit): Promise<HttpAnswer> {
  const { method, headers } = delivery;
  if (!settings.methods.includes(method)) return { status: 405, headers: { allow: settings.methods.join(", ") } };
  if (Number(headers.get("content-length")) > maxBodyBytes) return bodyAnswers["too-large"];
  // Nothing is read of what is not signed.
  for (const name of signatureHeaders) readHeader(headers, name);
  const body = await delivery.read();
  if (typeof body === "string") return bodyAnswers[body];
  const { publicKey, toleranceSeconds, now } = settings.verify;
  // Each by its name: to spread them takes V8 as long as to parse the event.
  await verifyWebhook({ publicKey, toleranceSeconds, now, body, headers });
  const context = new DeliveryContext(body, delivery);
  if (settings.texml !== undefined && isTexml(body, headers)) {
    const answered = answerTexml({ handlers: settings.texml, reporter: settings, context });
    keep(answered, platform, settings);
    return answered;
  }
  const event = parseWebhook(body);
  const handle = chooseHandler(settings.on, event.data.event_type);
  if (handle === undefined) return { status: 200 };
  const delivered = deliverOnce({ event, handle: async () => handle(event, context), settings, limit });
  keep(
    delivered.then(({ work }) => work?.done),
    platform,
    settings,
  );
  return answers[(await delivered).ending];
}

/** What a handler is given beside the event. The request is made when it is asked for: few handlers do, and it takes time. */
class DeliveryContext implements WebhookContext {
  readonly body: Uint8Array;
  readonly #delivery: HttpDelivery;

  constructor(body: Uint8Array, delivery: HttpDelivery) {
    this.body = body;
    this.#delivery = delivery;
  }

  get request(): Request {
    return this.#delivery.toRequest();
  }
}

/** Some platforms drop what is left to do after the answer, or for a client that hung up, unless they are told of it. */
function keep(work: Promise<unknown>, platform: unknown, { report }: Settings): void {
  try {
    const { waitUntil } = (platform ?? {}) as { waitUntil?(work: Promise<unknown>): void };
    waitUntil?.call(platform, work);
  } catch (error) {
    void report(error);
  }
}

const bodyAnswers = {
  "too-large": { status: 413, text: "The body is larger than 1 MiB." },
  broken: { status: 400, text: "The body broke off." },
  late: { status: 408, text: "The body took too long." },
} satisfies Record<BodyFault, HttpAnswer>;

const done: HttpAnswer = { status: 200 };
const comeBack: HttpAnswer = { status: 503, headers: { "retry-after": "1" } };

/** Telnyx delivers again after 408, 429 and 5xx alone. Nothing but what is done, or was asked for so, gets 200. */
const answers: Readonly<Record<Ending, HttpAnswer>> = {
  handled: done,
  "handled-before": done,
  acknowledged: done,
  failed: { status: 500 },
  "in-work": comeBack,
  unanswered: comeBack,
};

async function refuse(error: unknown, { log, report }: Settings): Promise<HttpAnswer> {
  if (error instanceof WebhookVerificationError) {
    log(`webhook refused: ${error.message} (${error.code})`);
    return { status: 401, text: error.message };
  }
  if (error instanceof WebhookParseError) {
    log(`webhook not understood: ${error.message}`);
    return { status: 400, text: error.message };
  }
  await report(error);
  return { status: 500 };
}
