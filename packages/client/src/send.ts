import { brokenAnswer, readAnswer } from "./answer.ts";
import { apiError, type ErrorContext, nameOf, requestIdOf } from "./api-error.ts";
import type { WithResponse } from "./api-promise.ts";
import { runAttempt, wait } from "./attempt.ts";
import { bodyFields, encodeBody } from "./body.ts";
import { ConnectionError } from "./connection-error.ts";
import { checkHeaders } from "./headers.ts";
import type { HttpRequest } from "./http.ts";
import { log, redact } from "./log.ts";
import type { Call } from "./operation.ts";
import { checkLimits, type Settings } from "./options.ts";
import type { PageQuery } from "./pagination.ts";
import { fillPath } from "./path.ts";
import { retryDelay } from "./retry.ts";
import { serializeQuery } from "./serialize.ts";

/** In ms: for an attempt of a command, for any other, and from the first attempt of a command to its last. */
const commandTimeout = 20_000;
const usualTimeout = 60_000;
const commandWindow = 55_000;

/** Makes a call: for its first page, or for the one that a query leads to. A raw answer is not read. */
export type Send = <Answer>(call: Call, isRaw: boolean, pageQuery?: PageQuery) => Promise<WithResponse<Answer>>;

/** What the attempts of a call have in common. */
interface Prepared extends ErrorContext {
  /** The body's fields. */
  readonly fields: unknown;
  /** Of openapi-fetch. */
  readonly init: object;
}

/** Makes what all calls go through. */
export function createSend(settings: Settings, request: HttpRequest): Send {
  return async (call, isRaw, pageQuery) => {
    const prepared = await prepare(call, pageQuery);
    return untilDone(settings, call, prepared, (signal) => attempt(settings, request, call, prepared, isRaw, signal));
  };
}

async function prepare(call: Call, pageQuery: PageQuery | undefined): Promise<Prepared> {
  const { operation, input, options = {} } = call;
  const { method } = operation;
  checkLimits(options);
  checkHeaders(options.headers);
  const { path, values } = fillPath(call);
  const fields = bodyFields(call);
  const [body, contentType] = await encodeBody(operation, fields);
  const init = {
    params: { path: values, query: options.query ?? (operation.body ? undefined : input) },
    ...(pageQuery && { querySerializer: (query: object) => serializeQuery(query, pageQuery) }),
    parseAs: "stream",
    body,
    bodySerializer: (written: unknown) => written,
    headers: {
      // A file comes as what it is, which a server that is asked for JSON may refuse.
      ...(operation.answer === "binary" && { accept: "*/*" }),
      ...(contentType && { "content-type": contentType }),
      ...options.headers,
    },
    // A command that is redirected could be carried out as another one, and elsewhere.
    redirect: method === "GET" ? "follow" : "manual",
  };
  return { method, path, fields, init };
}

/** Attempts a call, and again where that is safe and of use. */
async function untilDone<Answer>(
  settings: Settings,
  { operation, options = {} }: Call,
  context: Prepared,
  run: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const { signal, maxRetries = settings.maxRetries } = options;
  const name = nameOf(context);
  const timeout = options.timeout ?? settings.timeout ?? (operation.command ? commandTimeout : usualTimeout);
  const started = performance.now();
  for (let attempts = 1; ; attempts++) {
    try {
      return await runAttempt({ name, timeout, signal }, run);
    } catch (error) {
      const delay = attempts > maxRetries ? undefined : retryDelay(operation, options, error, attempts);
      const isTooLate = operation.command && performance.now() - started + (delay ?? 0) > commandWindow;
      if (delay === undefined || isTooLate) throw error;
      log(settings, "info", `${name}: attempt ${attempts} failed, the next in ${Math.round(delay)} ms`, () => error);
      await wait(delay, { name, signal });
    }
  }
}

/** One attempt: the request, and the reading of the answer unless it is wanted raw. */
async function attempt(
  settings: Settings,
  request: HttpRequest,
  { operation, options }: Call,
  context: Prepared,
  isRaw: boolean,
  signal: AbortSignal,
): Promise<WithResponse<never>> {
  const isUnread = isRaw || operation.answer === "binary";
  // An answer that is read later can still be aborted by the caller.
  const ends = isUnread && options?.signal ? AbortSignal.any([signal, options.signal]) : signal;
  const name = nameOf(context);
  let answered = false;
  const fetch = async (sent: Request) => {
    try {
      const response = await settings.fetch(sent, { signal: ends });
      answered = true;
      return response;
    } catch (cause) {
      throw new ConnectionError(`${name}: the connection failed (${reasonOf(cause)})`, { cause });
    }
  };
  const { error, response } = await request(context.method, operation.path, { ...context.init, fetch }).catch(
    (cause: unknown) => {
      throw answered && cause instanceof TypeError ? brokenAnswer(context, cause) : cause;
    },
  );
  const requestId = requestIdOf(response);
  log(settings, "debug", `${name}: ${response.status}`, () => ({ body: redact(context.fields), requestId }));
  if (!response.ok) throw apiError(context, response, error);
  const data = isUnread ? response : await readAnswer(operation, context, response);
  return { data: data as never, response, requestId };
}

/** What went wrong is often in the cause of what `fetch` throws. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as { message?: string; cause?: { message?: string } };
  return cause?.message || message || String(error);
}
