import { AbortError, TimeoutError } from "./connection-error.ts";
import { onAbort } from "./on-abort.ts";

/** What ends an attempt before its time. */
export interface AttemptLimits {
  /** How the request is named in messages: `POST /calls`. */
  readonly name: string;
  /** In ms. */
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  /** How many ms there are until it must end in any case. */
  readonly left: () => number;
}

/** The clocks are looked at so often, in ms: a timer does not know that a machine has slept. */
const glance = 1_000;

/**
 * Runs an attempt until it is done, has taken too long, or is aborted. The attempt gets a signal that says so; it also
 * ends where a `fetch` pays no heed to the signal.
 *
 * @throws {TimeoutError | AbortError}
 */
export function runAttempt<Result>(
  { name, timeout, signal, left }: AttemptLimits,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return new Promise<Result>((resolve, reject) => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const finish = <Value>(act: (value: Value) => void) => {
      return (value: Value) => {
        clearTimeout(timer);
        stopListening();
        act(value);
      };
    };
    const fail = finish(reject);
    const end = (error: Error) => {
      fail(error);
      controller.abort(error);
    };
    const abort = () => end(new AbortError(`${name}: the call was aborted`, { cause: signal?.reason }));
    const stopListening = onAbort(signal, abort);
    const started = performance.now();
    const limit = Math.min(timeout, left());
    const watch = () => {
      const rest = Math.min(started + limit - performance.now(), left());
      if (rest > 0) timer = setTimeout(watch, Math.min(rest, glance));
      else end(new TimeoutError(`${name}: no answer within ${Math.ceil(limit)} ms`));
    };
    if (signal?.aborted) return abort();
    watch();
    run(controller.signal).then(finish(resolve), fail);
  });
}

/** Waits between attempts. An abort ends the wait; the next attempt then fails with it. */
export async function wait(milliseconds: number, limits: AttemptLimits): Promise<void> {
  await runAttempt({ ...limits, timeout: milliseconds }, () => new Promise(() => {})).catch(() => {});
}
