import { brokenAnswer, readAnswer } from "./answer.ts";
import { apiError, type ErrorContext, nameOf, requestIdOf } from "./api-error.ts";
import type { WithResponse } from "./api-promise.ts";
import { runAttempt, wait } from "./attempt.ts";
import { bodyFields, encodeBody } from "./body.ts";
import { ConnectionError } from "./connection-error.ts";
import { checkHeaders } from "./headers.ts";
import type { HttpRequest } from "./http.ts";
import { log, redact } from "./log.ts";
import type { Call, CallOptions, OperationData } from "./operation.ts";
import { checkLimits, type Settings } from "./options.ts";
import type { PageQuery } from "./pagination.ts";
import { fillPath } from "./path.ts";
import { refuseUnknown } from "./refuse-unknown.ts";
import { retryDelay } from "./retry.ts";
import { serializeQuery } from "./serialize.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** In ms: for an attempt of a command, for any other, and from the first attempt of a command to its last. */
const commandTimeout = 20_000;
const usualTimeout = 60_000;
const commandWindow = 55_000;

/** The names of what can be set for a call. */
const callOptions = ["signal", "timeout", "maxRetries", "retryNonIdempotent", "headers", "extraBody", "query"];

/** Makes a call: for its first page, or for the one that a query leads to. A raw answer is not read. */
export type Send = <Answer>(call: Call, isRaw: () => boolean, pageQuery?: PageQuery) => Promise<WithResponse<Answer>>;

/** What the attempts of a call have in common. */
interface Prepared extends ErrorContext {
  readonly operation: OperationData;
  readonly options: CallOptions;
  /** The body's fields. */
  readonly fields: unknown;
  /** The body: written, and its files read, in the first attempt. */
  body?: ReturnType<typeof encodeBody>;
  /** Of openapi-fetch. */
  readonly init: object;
}

/** Makes what all calls go through. */
export function createSend(settings: Settings, request: HttpRequest): Send {
  return async (call, isRaw, pageQuery) => {
    const prepared = prepare(call, pageQuery);
    return untilDone(settings, prepared, (signal) => attempt(settings, request, prepared, isRaw, signal));
  };
}

function prepare(call: Call, pageQuery: PageQuery | undefined): Prepared {
  const { operation, input, options = {} } = call;
  const { method } = operation;
  refuseUnknown(options, callOptions);
  checkLimits(options);
  checkHeaders(options.headers);
  const { path, values } = fillPath(call);
  const query = options.query ?? ((operation.body ? undefined : input) as object | undefined) ?? {};
  const search = serializeQuery(query, pageQuery);
  const init = {
    params: { path: values, query },
    querySerializer: () => search,
    parseAs: "stream",
    bodySerializer: (written: unknown) => written,
    // A command that is redirected could be carried out as another one, and elsewhere.
    redirect: method === "GET" ? "follow" : "manual",
  };
  return { operation, options, method, path, fields: bodyFields(call), init };
}

/** Attempts a call, and again where that is safe and of use. */
async function untilDone<Answer>(
  settings: Settings,
  prepared: Prepared,
  run: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const { operation, options } = prepared;
  const { signal, maxRetries = settings.maxRetries } = options;
  const timeout = options.timeout ?? settings.timeout ?? (operation.command ? commandTimeout : usualTimeout);
  const limits = { name: nameOf(prepared), timeout, signal };
  const started = performance.now();
  const isTooLate = (delay: number) => operation.command && performance.now() - started + delay > commandWindow;
  for (let attempts = 1; ; attempts++) {
    try {
      return await runAttempt(limits, run);
    } catch (cause) {
      // Else it is a body that cannot be written, a file that is missing, or a function of the caller's that failed.
      const error =
        cause instanceof TelnyxError ? cause : new TelnyxError(`${limits.name}: ${reasonOf(cause)}`, { cause });
      const delay = attempts > maxRetries ? undefined : retryDelay(operation, options, error, attempts);
      if (delay === undefined || isTooLate(delay)) throw error;
      const message = `${limits.name}: attempt ${attempts} failed, the next in ${Math.round(delay)} ms`;
      log(settings, "info", message, () => error);
      await wait(delay, limits);
      // Timers come late where the process was stopped.
      if (isTooLate(0)) throw error;
    }
  }
}

/** One attempt: the request, and the reading of the answer unless it is wanted raw. */
async function attempt(
  settings: Settings,
  request: HttpRequest,
  prepared: Prepared,
  isRaw: () => boolean,
  signal: AbortSignal,
): Promise<WithResponse<never>> {
  const { operation, options, fields } = prepared;
  prepared.body ??= encodeBody(operation, fields);
  const [body, contentType] = await prepared.body;
  const isBinary = operation.answer === "binary";
  const isUnread = isRaw() || isBinary;
  // An answer that is read later can still be aborted by the caller.
  const ends = isUnread && options.signal ? AbortSignal.any([signal, options.signal]) : signal;
  const name = nameOf(prepared);
  let answered = false;
  // Not called as a method: browsers' own `fetch` refuses that.
  const { fetch: send } = settings;
  const fetch = async (sent: Request) => {
    try {
      // The key or the middleware may have taken too long: what is given up is not sent any more.
      ends.throwIfAborted();
      const response = await send(sent, { signal: ends });
      answered = true;
      return response;
    } catch (cause) {
      throw new ConnectionError(`${name}: the connection failed (${reasonOf(cause)})`, { cause });
    }
  };
  const headers = {
    ...(isBinary && { accept: "*/*" }),
    ...(contentType && { "content-type": contentType }),
    ...options.headers,
  };
  // A `fetch` that takes no options finds the signal on the request; to put it there costs as much as the rest of a call.
  const init = { ...prepared.init, body, headers, ...(send.length < 2 && { signal: ends }), fetch };
  const { error, response } = await request(operation.method, operation.path, init).catch((cause: unknown) => {
    throw answered && cause instanceof TypeError ? brokenAnswer(prepared, cause) : cause;
  });
  const requestId = requestIdOf(response);
  // Files are not for the log.
  const shown = () => ({ body: typeof body === "string" ? redact(fields) : undefined, requestId });
  log(settings, "debug", `${name}: ${response.status}`, shown);
  if (!response.ok) throw apiError(prepared, response, error);
  const data = isUnread ? response : await readAnswer(operation, prepared, response);
  return { data: data as never, response, requestId };
}

/** What went wrong is often in the cause of what `fetch` throws. */
function reasonOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: string; cause?: { message?: string } };
  return cause?.message || message || String(error);
}
