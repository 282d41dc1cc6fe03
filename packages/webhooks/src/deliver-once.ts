import { outcomeWithin } from "./outcome-within.ts";
import type { Settings } from "./read-settings.ts";
import type { ReceivedEvent } from "./unknown-event.ts";

/** Seconds for which a claim outlives the deadline, so that the store can be told how the handler ended. */
const leaseMargin = 10;

/** What is needed to have one event handled. */
export interface Delivery {
  readonly event: ReceivedEvent;
  readonly handle: () => Promise<unknown>;
  readonly settings: Settings;
  readonly waitUntil: (work: Promise<unknown>) => void;
}

/** Has an event handled, unless that was or is being done, and gives the answer to its delivery. Does not reject. */
export async function deliverOnce(delivery: Delivery): Promise<Response> {
  const { event, settings } = delivery;
  try {
    const claim = await settings.store.claim(event.data.id, settings.deadline + leaseMargin);
    if (claim === "done") return new Response(null, { status: 200 });
    if (claim === "busy") return new Response(null, { status: 409, headers: { "retry-after": String(leaseMargin) } });
  } catch (error) {
    await settings.report(error, event);
    return new Response(null, { status: 500 });
  }
  return handleClaimed(delivery);
}

/** An event whose delivery is answered with 200 is complete, though the work may go on: no other delivery follows. */
async function handleClaimed({ event, handle, settings, waitUntil }: Delivery): Promise<Response> {
  const { store, report } = settings;
  const tell = (told: Promise<void>) => told.catch((error: unknown) => report(error, event));
  const { outcome, work } = await outcomeWithin(settings.isEarly ? 0 : settings.deadline, handle);
  if (outcome.kind === "failed") {
    await tell(store.release(event.data.id));
    await report(outcome.error, event);
    return new Response(null, { status: 500 });
  }
  if (outcome.kind === "late") {
    waitUntil(work.then((end) => (end.kind === "failed" ? report(end.error, event) : undefined)));
  }
  await tell(store.complete(event.data.id, settings.ttlSeconds));
  return new Response(null, { status: 200 });
}
