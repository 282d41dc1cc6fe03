/**
 * What a claim found: nobody has the event, and it is now whose the token is; somebody has it in work; or somebody has
 * handled it.
 */
export type Claim = { readonly token: string } | "busy" | "done";

/**
 * Remembers which events are in work and which were handled, so that each is handled once. Every instance that receives
 * deliveries, failover addresses included, must share one. Ids are those of `event.data.id`.
 */
export interface WebhookStore {
  /**
   * Takes an event for some seconds, unless another has taken or handled it, in one step. The token is new each time. A
   * claim that nobody renews lapses by itself.
   */
  claim(id: string, leaseSeconds: number): Promise<Claim>;
  /** Lets a claim last some seconds from now, in one step, if it still stands; gives whether it does. */
  renew(id: string, token: string, leaseSeconds: number): Promise<boolean>;
  /** Notes for some seconds that an event was handled, in one step, if the claim still stands; gives whether it did. */
  complete(id: string, token: string, ttlSeconds: number): Promise<boolean>;
  /** Gives an event up, so that its next delivery can be claimed, in one step, if the claim still stands. */
  release(id: string, token: string): Promise<unknown>;
}
