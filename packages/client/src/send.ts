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
import { mayBeCarriedOut, retryDelay } from "./retry.ts";
import { serializeQuery } from "./serialize.ts";
import { type CallFacts, TelnyxError } from "./telnyx-error.ts";

/**
 * In ms: for an attempt of a command, for any other, and from the beginning of a command's first attempt until nothing of it
 * is sent any more. Telnyx knows a command again for 60 s.
 */
const commandTimeout = 20_000;
const usualTimeout = 60_000;
const commandWindow = 55_000;

const tooLate = "it is too late to send this command: Telnyx might take it for another one";

/** Makes a call: for its first page, or for the one that a query leads to. A raw answer is not read. */
export type Send = <Answer>(call: Call, isRaw: () => boolean, pageQuery?: PageQuery) => Promise<WithResponse<Answer>>;

/** What the attempts of a call have in common, and what they leave behind. */
interface Prepared extends ErrorContext {
  readonly operation: OperationData;
  readonly options: CallOptions;
  /** The body's fields. */
  readonly fields: unknown;
  /** The body: written, and its files read, in the first attempt. */
  body?: ReturnType<typeof encodeBody>;
  /** Of openapi-fetch. */
  readonly init: object;
  /** How many ms are left in which something of the call may be sent. */
  readonly left: () => number;
  attempts: number;
  /** Whether the attempt has reached `fetch`. */
  isSent: boolean;
  /** Whether an attempt may have been carried out. */
  mayHaveBeenCarriedOut: boolean;
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
  const left = operation.command ? startWindow() : () => Number.POSITIVE_INFINITY;
  const results = { attempts: 0, isSent: false, mayHaveBeenCarriedOut: false };
  return { operation, options, method, path, fields: bodyFields(call), init, left, ...results };
}

/** By the clock that is ahead: one stands still while a machine sleeps, the other can be set back. */
function startWindow(): () => number {
  const [clock, date] = [performance.now(), Date.now()];
  return () => commandWindow - Math.max(performance.now() - clock, Date.now() - date);
}

/** Attempts a call, and again where that is safe and of use. */
async function untilDone<Answer>(
  settings: Settings,
  prepared: Prepared,
  run: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const { operation, options, left } = prepared;
  const { signal, maxRetries = settings.maxRetries } = options;
  const timeout = options.timeout ?? settings.timeout ?? (operation.command ? commandTimeout : usualTimeout);
  const name = nameOf(prepared);
  for (;;) {
    const attempts = ++prepared.attempts;
    prepared.isSent = false;
    try {
      return await runAttempt({ name, timeout: Math.min(timeout, Math.ceil(left())), signal }, run);
    } catch (error) {
      prepared.mayHaveBeenCarriedOut ||= prepared.isSent && mayBeCarriedOut(error);
      const fail = () => tell(error, settings, prepared);
      const delay = attempts > maxRetries ? undefined : retryDelay(operation, options, error, attempts);
      if (delay === undefined || delay > left()) throw fail();
      const message = `${name}: attempt ${attempts} failed, the next in ${Math.round(delay)} ms`;
      log(settings, "info", message, () => error);
      await wait(delay, { name, timeout, signal });
      // Timers come late where the process was stopped.
      if (left() <= 0) throw fail();
    }
  }
}

/** What is known of a call, once it has ended. */
function factsOf({ baseUrl }: Settings, { method, path, attempts, operation, fields }: Prepared): CallFacts {
  const { command_id } = Object(fields);
  return { method, path, baseUrl, attempts, ...(operation.command && { commandId: command_id }) };
}

/** Has an error tell of the call that it ended. */
function tell(error: unknown, settings: Settings, prepared: Prepared): unknown {
  const { mayHaveBeenCarriedOut } = prepared;
  return error instanceof TelnyxError
    ? Object.assign(error, factsOf(settings, prepared), { mayHaveBeenCarriedOut })
    : error;
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
      if (prepared.left() <= 0) throw new Error(tooLate);
      prepared.isSent = true;
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
  return { data: data as never, response, requestId, call: factsOf(settings, prepared) };
}

/** What went wrong is often in the cause of what `fetch` throws. */
function reasonOf(error: unknown): string {
  const { message, cause } = (error ?? {}) as { message?: string; cause?: { message?: string } };
  return cause?.message || message || String(error);
}
