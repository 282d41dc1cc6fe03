import { holdClaim, leaseSeconds } from "./hold-claim.ts";
import type { Settings } from "./read-settings.ts";
import { pause, type TimeLimit, within } from "./time-limit.ts";
import type { ReceivedEvent } from "./unknown-event.ts";

/** What is needed to have one event handled. */
export interface Delivery {
  readonly event: ReceivedEvent;
  readonly handle: () => Promise<unknown>;
  readonly settings: Settings;
  /** Until when the delivery must be answered. */
  readonly limit: TimeLimit;
}

/** The handling of an event in this process. */
export interface Work {
  /** How the handler ended, once it has. */
  readonly end?: "handled" | "failed" | undefined;
  /** Settles when the store and `onError` have been told as well. Does not reject. */
  readonly done: Promise<unknown>;
}

/**
 * What there is to say of a delivery in time: that a handler did it, or had done it before; that it will be done, by choice;
 * that a handler or the store failed; that the event is still in work; or that the store did not answer.
 */
export type Ending = "handled" | "handled-before" | "acknowledged" | "failed" | "in-work" | "unanswered";

/** How a delivery stands when it is answered, and the work that it has begun. */
export interface Standing {
  readonly ending: Ending;
  readonly work?: Work;
}

/** Has an event handled, unless that was done; if it is being done, waits for the end, within the limit. Does not reject. */
export async function deliverOnce(delivery: Delivery): Promise<Standing> {
  const { event, settings, limit } = delivery;
  for (let wait = 25; limit.left() > 0; wait = Math.min(2 * wait, 200)) {
    const known = settings.inWork.get(event.data.id);
    if (known !== undefined) {
      const ending = await endingOf(known, delivery);
      return { ending: ending === "handled" ? "handled-before" : ending };
    }
    const claim = await claimInTime(delivery);
    if (typeof claim === "object") {
      const work = beginWork(delivery, claim.token);
      return { work, ending: await endingOf(work, delivery) };
    }
    if (claim !== "busy") return { ending: claim === "done" ? "handled-before" : claim };
    if (!settings.inWork.has(event.data.id)) await pause(Math.min(wait, limit.left()));
  }
  return { ending: "in-work" };
}

/** Says how work ended, or that it has not by the limit. */
async function endingOf(work: Work, { settings, limit }: Delivery): Promise<Ending> {
  if (settings.isEarly) return "acknowledged";
  await Promise.race([work.done, limit.over]);
  return work.end ?? "in-work";
}

/** Claims an event within the limit. A claim that comes too late is given back: nobody waits for its handler any more. */
async function claimInTime({ event, settings, limit }: Delivery) {
  const { store, report } = settings;
  const begun = performance.now();
  const claiming = store.claim(event.data.id, leaseSeconds);
  try {
    const claim = await Promise.race([claiming, limit.over]);
    // One that took longer than its lease, since this process was paused, may be another's by now.
    const isTimely = limit.left() > 0 && performance.now() - begun < leaseSeconds * 1000;
    if (claim !== undefined && (isTimely || typeof claim === "string")) return claim;
  } catch (error) {
    await report(error, event);
    return "failed";
  }
  claiming
    .then((claim) => (typeof claim === "object" ? store.release(event.data.id, claim.token) : undefined))
    .catch((error: unknown) => report(error, event));
  void report(new Error("The store did not answer `claim` in time."), event);
  return "unanswered";
}

/** Runs the handler and tells the store how it ended. What the store does not take in time, it lets lapse. */
function beginWork({ event, handle, settings }: Delivery, token: string): Work {
  const { store, inWork, report, isEarly, ttlSeconds } = settings;
  const { id } = event.data;
  const claim = holdClaim(store, id, token, (error) => report(error, event));
  const tell = (name: string, told: Promise<unknown>) =>
    within(leaseSeconds, told, () => new Error(`The store did not answer \`${name}\` in time.`)).catch(
      (error: unknown) => report(error, event),
    );
  const work: { -readonly [Key in keyof Work]: Work[Key] } = { done: Promise.resolve() };
  const run = async () => {
    try {
      // The answer goes first.
      if (isEarly) await pause(0);
      await handle();
      work.end = "handled";
      await tell("complete", claim.complete(ttlSeconds));
    } catch (error) {
      work.end = "failed";
      await tell("release", claim.release());
      await report(error, event);
    }
    inWork.delete(id);
  };
  inWork.set(id, work);
  work.done = run();
  return work;
}
