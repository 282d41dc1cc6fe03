import { ApiError } from "./api-error.ts";
import { ConnectionError } from "./connection-error.ts";
import type { OperationData, RequestOptions } from "./operation.ts";

/** How long a failed attempt waits at most before the next, in ms: doubled each time, up to the cap. */
const base = 500;
const cap = 8_000;

/**
 * How long to wait before the next attempt, in ms; undefined where there must be none. `attempts` tells how many there
 * have been that failed in this way.
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
  return askedDelay(error) ?? Math.random() * Math.min(cap, base * 2 ** (attempts - 1));
}

/** What is added to a wait that many were asked for, in ms, so that they do not all come back at once. */
export function jitter(delay: number): number {
  return Math.random() * Math.min(delay, 1_000);
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
const unsent = /conn(ection ?)?refused|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|dns error/i;

function wasNotSent(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  return unsent.test(`${(cause as { code?: unknown }).code} ${cause.message}`) || wasNotSent(cause.cause);
}

/** The wait that an answer asks for, in ms; undefined where it asks for none. */
function askedDelay(error: unknown): number | undefined {
  if (!(error instanceof ApiError)) return undefined;
  const { status, headers } = error;
  // By the server's clock, where the answer has it: the one here may be wrong.
  const now = Date.parse(String(headers.get("date"))) || Date.now();
  const read = (name: string, unit: number) => {
    // A header that came twice is one with a comma, which dates have, too. What is no number and no date says nothing.
    for (const text of headers.get(name)?.split(/,(?! *\d\d \w)/) ?? []) {
      const delay = delayOf(text.trim(), unit, now);
      if (delay !== undefined) return delay;
    }
    return undefined;
  };
  return (
    read("retry-after-ms", 1) ??
    read("retry-after", 1000) ??
    (status === 429 ? read("x-ratelimit-reset", 1000) : undefined)
  );
}

/** A date of HTTP, or of ISO 8601. */
const date = /^(\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT|\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d))$/;

/** What is left until a time, in ms: units that are left, or, where that is too much, seconds or ms since 1970, or a date. */
function delayOf(text: string, unit: number, now: number): number | undefined {
  if (date.test(text)) return Math.max(0, Date.parse(text) - now);
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const count = Number(text);
  if (count < 1e9) return count * unit;
  return Math.max(0, count * (count < 1e11 ? 1000 : 1) - now);
}
