import { bodyText } from "./body-text.ts";
import type { Reporter } from "./create-reporter.ts";
import type { WebhookContext } from "./event-handlers.ts";
import type { HttpAnswer } from "./http-delivery.ts";
import { parseTexmlCallback } from "./parse-texml-callback.ts";
import type { ReceivedTexmlCallback } from "./texml-callback.ts";
import type { TexmlHandler, TexmlHandlers } from "./texml-handlers.ts";
import type { WebhookBody } from "./webhook-body.ts";
import type { HeaderReader } from "./webhook-headers.ts";

/**
 * Whether a delivery is one of TeXML: a form that names a call or what happened in a conference, or another one that is not
 * an event. The content type alone would not do: it may be missing, and events may come as forms.
 *
 * @throws {WebhookParseError} where bytes are not UTF-8
 */
export function isTexml(body: WebhookBody, headers: HeaderReader): boolean {
  const text = bodyText(body);
  if (/^\s*[{["]/.test(text)) return false;
  const names = [...new URLSearchParams(text).keys()];
  if (names.some((name) => name === "CallSid" || name === "StatusCallbackEvent")) return true;
  if (names.some((name) => /^(?:data\[|event_type$)/.test(name))) return false;
  return /^application\/x-www-form-urlencoded\b/i.test(headers.get("content-type") ?? "");
}

type Handler = TexmlHandler<ReceivedTexmlCallback> | undefined;

/** What is needed to answer a TeXML callback. */
export interface TexmlDelivery {
  readonly handlers: TexmlHandlers;
  readonly reporter: Reporter;
  readonly context: WebhookContext;
}

/**
 * Answers a verified TeXML callback with what its handler gives. None is remembered: callbacks have no id, the same form may
 * come again on purpose, and a document must be given each time that it is asked for.
 *
 * @throws {WebhookParseError} where bytes are not UTF-8
 */
export async function answerTexml({ handlers, reporter, context }: TexmlDelivery): Promise<HttpAnswer> {
  const callback = parseTexmlCallback(context.body);
  const { kind }: { readonly kind: string } = callback;
  const handle = (handlers as Readonly<Record<string, Handler>>)[kind] ?? handlers.default;
  try {
    const answer = await handle?.(callback, context);
    if (typeof answer === "string") {
      return { status: 200, headers: { "content-type": "text/xml; charset=utf-8" }, text: answer };
    }
    // What is no object was not meant as a document: handlers of reports may give what `push` gives them.
    if (kind === "instruction-fetch" || (typeof answer === "object" && answer !== null)) {
      const reason = handle === undefined ? "no handler is for it" : "its handler gave no text";
      reporter.log(`texml ${kind}: answered without a document, since ${reason}`);
    }
    return { status: 200 };
  } catch (error) {
    await reporter.report(error);
    return { status: 500 };
  }
}
