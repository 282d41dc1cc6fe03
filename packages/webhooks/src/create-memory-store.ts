import type { Claim, WebhookStore } from "./webhook-store.ts";

/** The bound of a store in memory, and its clock. */
export interface MemoryStoreOptions {
  /** How many handled events it remembers; the oldest is forgotten first. @default 100_000, some 15 MB */
  readonly maxEvents?: number;
  /** The clock: milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/**
 * Makes a store in memory, for one process.
 *
 * @example
 * ```ts
 * const store = createMemoryStore({ maxEvents: 10_000 });
 * ```
 */
export function createMemoryStore({ maxEvents = 100_000, now = Date.now }: MemoryStoreOptions = {}): WebhookStore {
  // Maps keep the order of insertion: the first entry is the oldest.
  const leases = new Map<string, number>();
  const handled = new Map<string, number>();
  const claim = (id: string, leaseSeconds: number): Claim => {
    const time = now();
    if ((handled.get(id) ?? 0) > time) return "done";
    if ((leases.get(id) ?? 0) > time) return "busy";
    forget(leases, time, Number.POSITIVE_INFINITY);
    set(leases, id, time + leaseSeconds * 1000);
    return "claimed";
  };
  const complete = (id: string, ttlSeconds: number) => {
    leases.delete(id);
    set(handled, id, now() + ttlSeconds * 1000);
    forget(handled, now(), maxEvents);
  };
  return {
    claim: async (id, leaseSeconds) => claim(id, leaseSeconds),
    complete: async (id, ttlSeconds) => complete(id, ttlSeconds),
    release: async (id) => void leases.delete(id),
  };
}

function set(entries: Map<string, number>, id: string, end: number): void {
  entries.delete(id);
  entries.set(id, end);
}

/** Removes the oldest entries while they have ended or are too many. */
function forget(entries: Map<string, number>, time: number, max: number): void {
  for (const [id, end] of entries) {
    if (end > time && entries.size <= max) return;
    entries.delete(id);
  }
}
