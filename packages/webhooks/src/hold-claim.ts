import type { WebhookStore } from "./webhook-store.ts";

/** For how many seconds a claim stands that nobody renews: as long as an event waits whose process has died. */
export const leaseSeconds = 3;

/** A claim that is renewed until it is ended in one of two ways. */
export interface HeldClaim {
  readonly complete: (ttlSeconds: number) => Promise<unknown>;
  readonly release: () => Promise<unknown>;
}

/** Holds a claim by renewing it. One that lapsed, as in a process that was paused, is taken again if nobody else has it. */
export function holdClaim(
  store: WebhookStore,
  id: string,
  first: string,
  report: (error: unknown) => unknown,
): HeldClaim {
  let token = first;
  let isHeld = true;
  let renewing: Promise<unknown> = Promise.resolve();
  const regain = async () => {
    const claim = await store.claim(id, leaseSeconds);
    if (typeof claim === "string") return false;
    token = claim.token;
    return true;
  };
  const renew = async () => {
    try {
      // Whoever has taken it meanwhile keeps it.
      if ((await store.renew(id, token, leaseSeconds)) === false && isHeld) isHeld = await regain();
    } catch (error) {
      await report(error);
    }
    if (isHeld) schedule();
  };
  let timer: ReturnType<typeof setTimeout>;
  const schedule = () => {
    timer = setTimeout(() => {
      renewing = renew();
    }, leaseSeconds * 333);
  };
  const end = async () => {
    isHeld = false;
    clearTimeout(timer);
    // A renewal that is under way may change the token.
    await renewing;
  };
  schedule();
  return {
    complete: async (ttlSeconds) => {
      await end();
      if ((await store.complete(id, token, ttlSeconds)) !== false) return;
      if (await regain()) await store.complete(id, token, ttlSeconds);
    },
    release: async () => {
      await end();
      await store.release(id, token);
    },
  };
}
