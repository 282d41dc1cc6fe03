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
    const finish = <Value>(act: (value: Value) => void) => {
      return (value: Value) => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", onAbort);
        act(value);
      };
    };
    const fail = finish(reject);
    const end = (error: Error) => {
      fail(error);
      controller.abort(error);
    };
    const onAbort = () => end(new AbortError(`${name}: the call was aborted`, { cause: signal?.reason }));
    signal?.addEventListener("abort", onAbort);
    const timer = setTimeout(() => end(new TimeoutError(`${name}: no answer within ${timeout} ms`)), timeout);
    if (signal?.aborted) return onAbort();
    run(controller.signal).then(finish(resolve), fail);
  });
}

/** Waits between attempts. An abort ends the wait; the next attempt then fails with it. */
export async function wait(milliseconds: number, limits: AttemptLimits): Promise<void> {
  await runAttempt({ ...limits, timeout: milliseconds }, () => new Promise(() => {})).catch(() => {});
}
