import { type Fields, isFields } from "./fields.ts";

/** An event in the envelope of API v2. */
export interface Enveloped {
  readonly data: Fields;
  readonly meta?: unknown;
}

/**
 * Finds the event in what was delivered or kept, and puts it into the envelope of API v2. An event comes in it, as most
 * do; or bare, as in API v1 and in the portal; or within a call event, below `metadata`.
 */
export function envelopeEvent(value: Fields): Enveloped {
  const { data, metadata } = value;
  if (isFields(data)) return { ...value, data };
  if (!isFields(metadata) || !isFields(metadata["event"])) return wrap(value);
  const { event, attempt, delivered_to } = metadata;
  return wrap({ ...event, meta: attempt && delivered_to ? { attempt, delivered_to } : undefined });
}

/** In API v1 `created_at` is what `occurred_at` is in v2; where the payload has that as well, it is the time of the event. */
function wrap({ meta, created_at, ...data }: Fields): Enveloped {
  const { occurred_at = created_at } = isFields(data["payload"]) ? data["payload"] : {};
  if (occurred_at !== undefined) data["occurred_at"] ??= occurred_at;
  return { data, ...(isFields(meta) && { meta }) };
}
