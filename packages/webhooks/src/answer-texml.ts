import type { WebhookContext } from "./event-handlers.ts";
import { parseTexmlCallback } from "./parse-texml-callback.ts";
import type { ReceivedTexmlCallback } from "./texml-callback.ts";
import type { TexmlHandler, TexmlHandlers } from "./texml-handlers.ts";

/** Whether a request of Telnyx is one of TeXML: a form or, of those that come as a query, one that names a call. */
export function isTexml({ method, headers, url }: Request): boolean {
  if (method === "GET") return new URL(url).searchParams.has("CallSid");
  return /^application\/x-www-form-urlencoded\b/i.test(headers.get("content-type") ?? "");
}

/** What is needed to answer a TeXML callback. */
export interface TexmlDelivery {
  readonly handlers: TexmlHandlers;
  readonly log: (line: string) => void;
  readonly context: WebhookContext;
}

/**
 * Answers a verified TeXML callback with what its handler gives. None is remembered: callbacks have no id, the same form may
 * come again on purpose, and a document must be given each time that it is asked for.
 *
 * @throws {WebhookParseError} where bytes are not UTF-8
 */
export async function answerTexml({ handlers, log, context }: TexmlDelivery): Promise<Response> {
  const callback = parseTexmlCallback(context.body);
  const own = callback.kind === "unknown" ? undefined : handlers[callback.kind];
  const handle = (own ?? handlers.default) as TexmlHandler<ReceivedTexmlCallback> | undefined;
  try {
    const answer = await handle?.(callback, context);
    if (typeof answer !== "string") return new Response(null, { status: 200 });
    return new Response(answer, { headers: { "content-type": "text/xml; charset=utf-8" } });
  } catch (error) {
    log(`texml ${callback.kind}: ${error}`);
    return new Response(null, { status: 500 });
  }
}
