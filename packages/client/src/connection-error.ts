import { TelnyxError } from "./telnyx-error.ts";

/** No answer came, or not all of it: the connection failed. `cause` is what the runtime's `fetch` says. */
export class ConnectionError extends TelnyxError {
  override readonly name: string = "ConnectionError";
}

/** An attempt took longer than `timeout`. */
export class TimeoutError extends ConnectionError {
  override readonly name = "TimeoutError";
}

/** The caller's signal aborted the call. `cause` is the signal's reason. */
export class AbortError extends TelnyxError {
  override readonly name = "AbortError";
}
