import { ApiError } from "./api-error.ts";
import { ConnectionError } from "./connection-error.ts";
import type { OperationData, RequestOptions } from "./operation.ts";

/** The longest wait that an answer can ask for, in ms; where it asks for more, its error is the result. */
const longestWait = 60_000;

/** How long a failed attempt waits at most before the next, in ms: doubled each time, up to the cap. */
const base = 500;
const cap = 8_000;

/**
 * How long to wait before the next attempt, in ms; undefined where there must be none. `attempts` tells how many there
 * have been.
 *
 * What is idempotent (RFC 9110, section 9.2.2), and a command with a `command_id`, is repeated after a failed connection
 * and after 408, 409, 429 and 5xx. Other requests only where they were certainly not carried out: after 429, after 503
 * with Retry-After, and where there was no connection.
 */
export function retryDelay(
  { method, command }: Pick<OperationData, "method" | "command">,
  { retryNonIdempotent }: Pick<RequestOptions, "retryNonIdempotent">,
  error: unknown,
  attempts: number,
): number | undefined {
  if (!mayRepeat(error, command || retryNonIdempotent || !["POST", "PATCH"].includes(method))) return undefined;
  const delay = askedDelay(error) ?? Math.random() * Math.min(cap, base * 2 ** (attempts - 1));
  return delay <= longestWait ? delay : undefined;
}

function mayRepeat(error: unknown, isRepeatable: boolean): boolean {
  if (!(error instanceof ApiError))
    return error instanceof ConnectionError && (isRepeatable || !mayBeCarriedOut(error));
  const { status } = error;
  return isRepeatable ? status >= 500 || [408, 409, 429].includes(status) : status === 429 || isPutOff(error);
}

/** Whether Telnyx may have carried out an attempt that was sent and failed so. It has not what it refuses, or puts off. */
export function mayBeCarriedOut(error: unknown): boolean {
  if (!(error instanceof ApiError)) return !wasNotSent(Object(error).cause);
  const { status } = error;
  return !(status >= 400 && status < 500 && ![408, 409].includes(status)) && !isPutOff(error);
}

function isPutOff({ status, headers }: ApiError): boolean {
  return status === 503 && headers.has("retry-after");
}

/** What the runtimes say where there was no connection that a request could have been sent on. */
const unsent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|Connection ?refused|dns error/i;

function wasNotSent(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return unsent.test(`${(cause as { code?: unknown }).code} ${cause.message}`) || wasNotSent(cause.cause);
}

/** The wait that an answer asks for, in ms; undefined where it asks for none. */
function askedDelay(error: unknown): number | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { status, headers } = error;
  const milliseconds = numberOf(headers.get("retry-after-ms"));
  if (milliseconds >= 0) return milliseconds;
  const after = headers.get("retry-after") ?? (status === 429 ? headers.get("x-ratelimit-reset") : null);
  const seconds = numberOf(after);
  // Seconds that are left; a number too large for that is a time since 1970, as a date is.
  if (seconds < 1e9) return Math.max(0, seconds * 1000);
  const time = seconds * 1000 || Date.parse(String(after));
  // By the server's clock, where the answer has it: the one here may be wrong.
  const now = Date.parse(String(headers.get("date"))) || Date.now();
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

/** NaN for what is no number. */
function numberOf(text: string | null): number {
  return Number(text || Number.NaN);
}
