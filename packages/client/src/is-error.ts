import type { ApiError } from "./api-error.ts";
import type { AbortError, ConnectionError, TimeoutError } from "./connection-error.ts";
import type { TelnyxError } from "./telnyx-error.ts";

/** True for an error of this package, also of another copy of it (where `instanceof` fails). */
export function isTelnyxError(error: unknown): error is TelnyxError {
  return error instanceof Error && (error as Partial<TelnyxError>).isTelnyxError === true;
}

/** True where Telnyx answered, but not with success; also for an error of another copy of this package. */
export function isApiError(error: unknown): error is ApiError {
  return isTelnyxError(error) && "status" in error;
}

/** True where no answer came, for timeouts too; also for an error of another copy of this package. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return (isTelnyxError(error) && error.name === "ConnectionError") || isTimeoutError(error);
}

/** True where an attempt took too long; also for an error of another copy of this package. */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return isTelnyxError(error) && error.name === "TimeoutError";
}

/** True where the caller's signal aborted the call; also for an error of another copy of this package. */
export function isAbortError(error: unknown): error is AbortError {
  return isTelnyxError(error) && error.name === "AbortError";
}
