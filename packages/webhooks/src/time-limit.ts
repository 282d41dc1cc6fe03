/** A moment until which something may take. */
export interface TimeLimit {
  /** Settles at that moment, unless the limit was cancelled before. */
  readonly over: Promise<undefined>;
  /** How many milliseconds are left; none or fewer once it is over. */
  readonly left: () => number;
  /** Lets go of the timer. */
  readonly cancel: () => void;
}

/** Starts a limit of some seconds. It goes by a clock that goes on while the process is paused. */
export function startLimit(seconds: number): TimeLimit {
  const end = performance.now() + seconds * 1000;
  let isOver = false;
  let cancel = () => {};
  const over = new Promise<undefined>((resolve) => {
    const timer = setTimeout(() => {
      isOver = true;
      resolve(undefined);
    }, seconds * 1000);
    cancel = () => clearTimeout(timer);
  });
  // Timers may be early by a fraction of a millisecond.
  return { over, left: () => (isOver ? 0 : end - performance.now()), cancel };
}

/** Waits for some milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Gives what a promise settles to, or throws what `lateness` makes, where it takes more than some seconds. */
export async function within<T>(seconds: number, promise: Promise<T>, lateness: () => Error): Promise<T> {
  const limit = startLimit(seconds);
  try {
    return await Promise.race([
      promise,
      limit.over.then(() => {
        throw lateness();
      }),
    ]);
  } finally {
    limit.cancel();
  }
}
