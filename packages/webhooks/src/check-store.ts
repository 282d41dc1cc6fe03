import { WebhookSetupError } from "./webhook-setup-error.ts";
import type { WebhookStore } from "./webhook-store.ts";

const methods = ["claim", "renew", "complete", "release"] as const;

/**
 * Checks that a store has its methods, and gives it with methods that reject where its own throw, give no promise, or a
 * claim that is none.
 *
 * @throws {WebhookSetupError} where a method is missing
 */
export function checkStore(store: WebhookStore): WebhookStore {
  for (const name of methods) {
    if (typeof store?.[name] === "function") continue;
    throw new WebhookSetupError("option-invalid", `\`store\` has no method \`${name}\`; it must have ${listed}.`);
  }
  return {
    claim: async (id, lease) => checkClaim(await checkPromise("claim", store.claim(id, lease))),
    renew: async (id, token, lease) => checkPromise("renew", store.renew(id, token, lease)),
    complete: async (id, token, ttl) => checkPromise("complete", store.complete(id, token, ttl)),
    release: async (id, token) => checkPromise("release", store.release(id, token)),
  };
}

const listed = "`claim`, `renew`, `complete` and `release`";

function checkPromise<T>(name: string, answer: Promise<T>): Promise<T> {
  if (typeof answer?.then === "function") return answer;
  throw new WebhookSetupError("option-invalid", `\`${name}\` of the store gave no promise.`);
}

/** An answer that is none must not count as a claim: the event would be handled at each delivery. */
function checkClaim<T>(claim: T): T {
  const { token } = (claim ?? {}) as { token?: unknown };
  if (claim === "busy" || claim === "done" || typeof token === "string") return claim;
  throw new WebhookSetupError(
    "option-invalid",
    '`claim` of the store gave neither `{ token }`, with a text, nor "busy" nor "done".',
  );
}
