/** What a claim found: nobody has the event, somebody has it in work, or somebody has handled it. */
export type Claim = "claimed" | "busy" | "done";

/**
 * Remembers which events are in work and which were handled, so that each is handled once. Every instance that receives
 * deliveries, failover addresses included, must share one. Ids are those of `event.data.id`.
 */
export interface WebhookStore {
  /** Takes an event, unless another has taken or handled it, in one step. Without an end, the claim lapses by itself. */
  claim(id: string, leaseSeconds: number): Promise<Claim>;
  /** Notes that an event was handled, for that many seconds. */
  complete(id: string, ttlSeconds: number): Promise<void>;
  /** Gives an event up, so that its next delivery can be claimed. */
  release(id: string): Promise<void>;
}
