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
  const isRepeatable = command || retryNonIdempotent || !/^(POST|PATCH)$/.test(method);
  if (!(isRepeatable ? isTransient(error) : wasNotCarriedOut(error))) return undefined;
  const asked = error instanceof ApiError ? askedDelay(error) : undefined;
  if (asked === undefined) return Math.random() * Math.min(cap, base * 2 ** (attempts - 1));
  return asked <= longestWait ? asked : undefined;
}

function isTransient(error: unknown): boolean {
  return error instanceof ApiError
    ? /^(408|409|429|5..)$/.test(String(error.status))
    : error instanceof ConnectionError;
}

function wasNotCarriedOut(error: unknown): boolean {
  if (!(error instanceof ApiError)) return error instanceof ConnectionError && wasNotSent(error.cause);
  return error.status === 429 || (error.status === 503 && error.headers.has("retry-after"));
}

/** What the runtimes say where there was no connection that a request could have been sent on. */
const unsent = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|Connection ?refused|dns error/i;

function wasNotSent(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return unsent.test(`${(cause as { code?: unknown }).code} ${cause.message}`) || wasNotSent(cause.cause);
}

/** The wait that an answer asks for, in ms; undefined where it asks for none. */
function askedDelay({ status, headers }: ApiError): number | undefined {
  const milliseconds = numberOf(headers.get("retry-after-ms"));
  if (milliseconds >= 0) return milliseconds;
  const after = headers.get("retry-after") ?? (status === 429 ? headers.get("x-ratelimit-reset") : null);
  const seconds = numberOf(after);
  // Seconds that are left; a number too large for that is a time since 1970, as a date is.
  if (seconds < 1e9) return seconds * 1000;
  const time = seconds >= 0 ? seconds * 1000 : Date.parse(after ?? "");
  return Number.isNaN(time) ? undefined : Math.max(0, time - Date.now());
}

/** NaN for what is not written in digits. */
function numberOf(text: string | null): number {
  return text && /^[\d.]+$/.test(text) ? Number(text) : Number.NaN;
}
