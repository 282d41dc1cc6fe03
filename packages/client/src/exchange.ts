import { brokenAnswer, readAnswer } from "./answer.ts";
import { apiError, nameOf, requestIdOf } from "./api-error.ts";
import type { WithResponse } from "./api-promise.ts";
import { ConnectionError, TimeoutError } from "./connection-error.ts";
import { followRedirects } from "./follow-redirects.ts";
import { checkApiKey } from "./headers.ts";
import type { HttpRequest } from "./http.ts";
import { log, redact } from "./log.ts";
import { globalFetch, type Settings } from "./options.ts";
import type { PreparedCall } from "./prepare-call.ts";
import { type CallFacts, TelnyxError } from "./telnyx-error.ts";

/** An attempt of a call. */
export interface Attempt {
  readonly facts: CallFacts;
  /** What middleware is told of it. */
  readonly call: { readonly id: string; readonly attempt: number; readonly elapsed: number };
  readonly search: string;
  /** Where it goes in place of the client's address, and the headers that are not for there. */
  readonly elsewhere?: { readonly baseUrl: string; readonly headers: object } | undefined;
  readonly isRaw: () => boolean;
  /** How many ms there are in which something of it may be sent. */
  readonly left: () => number;
  /** Whether it has reached `fetch`. */
  isSent: boolean;
}

/** Makes one attempt: sends the request, and reads the answer unless it is wanted raw. */
export async function exchange(
  settings: Settings,
  request: HttpRequest,
  { operation, options, params, fields, writeBody }: PreparedCall,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<WithResponse<never>> {
  const { facts, elsewhere } = attempt;
  const name = nameOf(facts);
  const { apiKey } = options;
  const key = apiKey && checkApiKey(typeof apiKey === "function" ? await apiKey() : apiKey);
  const [body, contentType] = await writeBody();
  const isBinary = operation.answer === "binary";
  const isUnread = attempt.isRaw() || isBinary;
  // An answer that is read later can still be aborted by the caller.
  const ends = isUnread && options.signal ? AbortSignal.any([signal, options.signal]) : signal;
  let answered = false;
  // Not called as a method: browsers' own `fetch` refuses that.
  const { fetch: send } = settings;
  const fetch = async (sent: Request) => {
    // The key or the middleware may have taken too long: what is given up is not sent any more.
    if (attempt.left() <= 0)
      throw new TimeoutError(`${name}: it is too late to send this command: Telnyx could take it for another one`);
    try {
      ends.throwIfAborted();
      attempt.isSent = true;
      const response = await followRedirects(send, sent, { signal: ends });
      answered = true;
      return response;
    } catch (cause) {
      const reason = reasonOf(cause);
      if (send !== globalFetch && cause instanceof TypeError && /\bURL\b/.test(`${cause} ${reason}`)) {
        throw new TelnyxError(`${name}: your \`fetch\` gets a Request, not an address (${reason})`, { cause });
      }
      throw new ConnectionError(`${name}: the connection failed (${reason})`, { cause });
    }
  };
  const headers = {
    ...(isBinary && { accept: "*/*" }),
    ...(contentType && { "content-type": contentType }),
    ...(key && { authorization: `Bearer ${key}` }),
    // Behind the key, which another host does not get either.
    ...elsewhere?.headers,
    ...options.headers,
  };
  const init = {
    ...elsewhere,
    params: { ...params, call: attempt.call },
    querySerializer: () => attempt.search,
    bodySerializer: (written: unknown) => written,
    parseAs: "stream",
    redirect: "manual",
    body,
    headers,
    // A `fetch` that takes no options finds the signal on the request; to put it there costs as much as the rest of a call.
    ...(send.length < 2 && { signal: ends }),
    fetch,
  };
  const { error, response } = await request(operation.method, operation.path, init).catch((cause: unknown) => {
    throw answered && cause instanceof TypeError ? brokenAnswer(facts, cause) : cause;
  });
  const requestId = requestIdOf(response);
  // Files are not for the log.
  const shown = () => ({
    body: typeof body === "string" ? redact(fields) : undefined,
    requestId,
    baseUrl: facts.baseUrl,
  });
  log(settings, "debug", `${name}: ${response.status}`, shown);
  if (!response.ok) {
    const hasExpired = elsewhere && /expired/i.test(String(error));
    throw apiError(facts, response, error, hasExpired ? "the address has expired: ask for a new one" : undefined);
  }
  const data = isUnread ? response : await readAnswer(operation, facts, response);
  return { data: data as never, response, requestId, call: facts };
}

/** What went wrong is often in the cause of what `fetch` throws. */
export function reasonOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: string; cause?: { message?: string } };
  return cause?.message || message || String(error);
}
