import { WebhookSetupError } from "./webhook-setup-error.ts";
import type { Claim, WebhookStore } from "./webhook-store.ts";

/** The bound of a store in memory, and its clock. */
export interface MemoryStoreOptions {
  /** How many handled events it remembers; the oldest is forgotten first. @default 100_000, some 15 MB */
  readonly maxEvents?: number | undefined;
  /** The clock: milliseconds since any moment, which never go back or jump. @default performance.now */
  readonly now?: (() => number) | undefined;
}

interface Lease {
  readonly token: string;
  readonly end: number;
}

/**
 * Makes a store in memory, for one process.
 *
 * @example
 * ```ts
 * const store = createMemoryStore({ maxEvents: 10_000 });
 * ```
 * @throws {WebhookSetupError} where `maxEvents` is less than 1
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): WebhookStore {
  const { maxEvents = 100_000, now = () => performance.now() } = options;
  if (!(maxEvents >= 1)) throw new WebhookSetupError("option-invalid", "`maxEvents` must be at least 1.");
  // Maps keep the order of insertion: the first entry is the oldest.
  const leases = new Map<string, Lease>();
  const handled = new Map<string, { readonly end: number }>();
  let count = 0;
  const claim = (id: string, leaseSeconds: number): Claim => {
    const time = now();
    if ((handled.get(id)?.end ?? time) > time) return "done";
    if ((leases.get(id)?.end ?? time) > time) return "busy";
    forget(leases, time, Number.POSITIVE_INFINITY);
    const token = String(++count);
    set(leases, id, { token, end: time + leaseSeconds * 1000 });
    return { token };
  };
  const stands = (id: string, token: string) => {
    const lease = leases.get(id);
    return lease?.token === token && lease.end > now();
  };
  const complete = (id: string, ttlSeconds: number) => {
    leases.delete(id);
    set(handled, id, { end: now() + ttlSeconds * 1000 });
    forget(handled, now(), maxEvents);
    return true;
  };
  return {
    claim: async (id, leaseSeconds) => claim(id, leaseSeconds),
    renew: async (id, token, leaseSeconds) =>
      stands(id, token) && set(leases, id, { token, end: now() + leaseSeconds * 1000 }),
    complete: async (id, token, ttlSeconds) => stands(id, token) && complete(id, ttlSeconds),
    release: async (id, token) => stands(id, token) && leases.delete(id),
  };
}

function set<Entry>(entries: Map<string, Entry>, id: string, entry: Entry): true {
  entries.delete(id);
  entries.set(id, entry);
  return true;
}

/** Removes the oldest entries while they have ended or are too many. */
function forget(entries: Map<string, { readonly end: number }>, time: number, max: number): void {
  for (const [id, { end }] of entries) {
    if (end > time && entries.size <= max) return;
    entries.delete(id);
  }
}
