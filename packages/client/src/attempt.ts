import { AbortError, TimeoutError } from "./connection-error.ts";

/** What ends an attempt before its time. */
export interface AttemptLimits {
  /** How the request is named in messages: `POST /calls`. */
  readonly name: string;
  /** In ms. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs an attempt until it is done, has taken too long, or is aborted. The attempt gets a signal that says so; it also
 * ends where a `fetch` pays no heed to the signal.
 *
 * @throws {TimeoutError | AbortError}
 */
export function runAttempt<Result>(
  { name, timeout, signal }: AttemptLimits,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const controller = new AbortController();
    const finish = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const end = (error: Error) => {
      finish();
      reject(error);
      controller.abort(error);
    };
    const onAbort = () => end(abortError(name, signal));
    const timer = setTimeout(() => end(new TimeoutError(`${name}: no answer within ${timeout} ms`)), timeout);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort);
    run(controller.signal).then(
      (result) => {
        finish();
        resolve(result);
      },
      (error) => {
        finish();
        reject(error);
      },
    );
  });
}

/**
 * Waits between attempts; an abort ends the wait.
 *
 * @throws {AbortError}
 */
export function wait(milliseconds: number, { name, signal }: Omit<AttemptLimits, "timeout">): Promise<void> {
  return runAttempt({ name, signal, timeout: 2 ** 31 - 1 }, (ended) => {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      ended.addEventListener("abort", () => clearTimeout(timer));
    });
  });
}

function abortError(name: string, signal: AbortSignal | undefined): AbortError {
  return new AbortError(`${name}: the call was aborted`, { cause: signal?.reason });
}
