import { type AttemptLimits, wait } from "./attempt.ts";
import { jitter } from "./retry.ts";

/** A pause that Telnyx asked for by a 429: the calls of a client have it in common. */
export interface Pause {
  /** When it ends, by the clock of the process, in ms. */
  until: number;
  /** How long it was when it was asked for, in ms. */
  length: number;
}

/** Lengthens the pause. */
export function extendPause(pause: Pause, delay: number): void {
  const until = performance.now() + delay;
  if (until > pause.until) Object.assign(pause, { until, length: delay });
}

/**
 * Waits until the pause is over, also where it is lengthened meanwhile, and a little longer: calls come back spread over
 * time. A pause that lasts longer than a call can wait is not waited for.
 */
export async function waitOut(pause: Pause, patience: () => number, limits: AttemptLimits): Promise<void> {
  for (;;) {
    const rest = pause.until - performance.now();
    if (rest <= 0 || rest > patience() || limits.signal?.aborted) return;
    await wait(rest + jitter(pause.length), limits);
  }
}
