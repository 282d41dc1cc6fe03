/**
 * A limiter for many calls, an entry of its own: how many start in a second, and how many are under way.
 *
 * @module
 */
import { AbortError } from "./connection-error.ts";
import { onAbort } from "./on-abort.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** What can be set for a limiter: one of the two at least. */
export interface LimiterOptions {
  /** How many tasks start in a second: one each 1000 / `perSecond` ms. It may be a fraction. @default no limit */
  readonly perSecond?: number | undefined;
  /** How many tasks are under way at a time, from 1. @default no limit */
  readonly inParallel?: number | undefined;
}

/** What can be set for a task. */
export interface LimitOptions {
  /** Refuses the task while it waits. What has begun goes on: give its calls the same signal. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Starts a task as soon as the limits allow, in the order in which tasks came; at once where nothing holds it up. It is
 * under way until its promise settles. Gives what the task gives, and fails as it fails.
 *
 * @throws {AbortError} where the signal aborts before the task has begun; its `cause` is the signal's reason
 */
export type Limiter = <Result>(task: () => Result, options?: LimitOptions) => Promise<Awaited<Result>>;

/**
 * Makes a limiter.
 *
 * Starts are evenly spaced, after an idle time as well. A start that came late is made up for, but never more than one: in
 * any second there are at most `perSecond` + 1. A process that stood still goes on where it was.
 *
 * @example
 * ```ts
 * const limit = createLimiter({ perSecond: 10, inParallel: 50 });
 * await Promise.all(numbers.map((to) => limit(() => client.calls.dial({ ...call, to }))));
 * ```
 * @throws {TelnyxError} where an option is wrong or unknown, or none is given
 */
export function createLimiter(options: LimiterOptions): Limiter {
  checkOptions(options);
  const { perSecond = Infinity, inParallel = Infinity } = options;
  const interval = 1000 / perSecond;
  /** What starts each task that waits. */
  const waiting = new Set<() => void>();
  /** Finds the first, where there is one; a new walk each time would pass all places that have become empty. */
  const walk = waiting.values();
  let underWay = 0;
  /** When the next task may start, by the clock of the process. */
  let due = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function startFirst(): void {
    const now = performance.now();
    due = (now - due < interval ? due : now) + interval;
    walk.next().value?.();
  }

  function startDue(): void {
    while (waiting.size > 0 && underWay < inParallel && !timer) {
      const wait = due - performance.now();
      if (wait <= 0) startFirst();
      // A timer takes a longer time for none.
      else timer = setTimeout(onTime, Math.min(wait, interval, 2 ** 31 - 1));
    }
  }

  /** The timer is believed, not the clock, which may stand still. */
  function onTime(): void {
    timer = undefined;
    startFirst();
    startDue();
  }

  async function run<Result>(task: () => Result): Promise<Awaited<Result>> {
    underWay++;
    try {
      return await task();
    } finally {
      underWay--;
      startDue();
    }
  }

  return (task, { signal } = {}) =>
    new Promise((resolve, reject) => {
      const start = () => {
        leave();
        resolve(run(task));
      };
      const refuse = () => {
        leave();
        if (waiting.size === 0) {
          clearTimeout(timer);
          timer = undefined;
        }
        reject(new AbortError("the task was aborted before it began", { cause: signal?.reason }));
      };
      const stopListening = onAbort(signal, refuse);
      const leave = () => {
        waiting.delete(start);
        stopListening();
      };
      if (signal?.aborted) return refuse();
      waiting.add(start);
      startDue();
    });
}

function checkOptions(options: object): void {
  const given = Object.entries(options ?? {}).filter(([, value]) => value !== undefined);
  const wrong = given.find(
    ([name, value]) => !(value > 0 && { perSecond: Number.isFinite(value), inParallel: Number.isInteger(value) }[name]),
  );
  if (given[0] && !wrong) return;
  const limits = "a limiter needs `perSecond`, a number above 0, or `inParallel`, an integer from 1";
  throw new TelnyxError(limits + (wrong ? `, not \`${wrong.join(": ")}\`` : ""));
}
