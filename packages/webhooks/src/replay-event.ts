import type { CallEventRecord } from "./call-event-record.ts";
import { chooseHandler } from "./choose-handler.ts";
import { deliverOnce, type Ending } from "./deliver-once.ts";
import type { WebhookContext } from "./event-handlers.ts";
import { parseCallEvent } from "./parse-call-event.ts";
import type { Settings } from "./read-settings.ts";
import { startLimit } from "./time-limit.ts";
import type { ReceivedEvent, UnknownEvent } from "./unknown-event.ts";

/**
 * How a replay ended: a handler did it; one had done it before; one is at it elsewhere; a handler or the store failed, as
 * `onError` was told; or there is nothing to do, since no handler is for the event, or the call event holds none.
 */
export type ReplayOutcome = "handled" | "handled-before" | "in-work" | "failed" | "ignored";

/** Has the event of a call event handled, unless that was or is being done, and waits for the end. Does not reject. */
export async function replayEvent(callEvent: CallEventRecord, settings: Settings): Promise<ReplayOutcome> {
  const event = eventOf(callEvent, settings);
  if (event === undefined) return "ignored";
  const handler = chooseHandler(settings.on, event.data.event_type);
  if (handler === undefined) return "ignored";
  const limit = startLimit(settings.deadline);
  const handle = async () => handler(event, contextOf(event));
  const { ending, work } = await deliverOnce({ event, handle, settings: { ...settings, isEarly: false }, limit });
  limit.cancel();
  // Nobody waits for an answer that could come before the handler is done.
  await work?.done;
  return work?.end ?? outcomes[ending];
}

const outcomes = {
  handled: "handled",
  "handled-before": "handled-before",
  acknowledged: "in-work",
  failed: "failed",
  "in-work": "in-work",
  unanswered: "failed",
} satisfies Record<Ending, ReplayOutcome>;

function eventOf(callEvent: CallEventRecord, { log }: Settings): ReceivedEvent | undefined {
  if (Object(callEvent).type === "command") return undefined;
  try {
    return parseCallEvent(callEvent);
  } catch (error) {
    log(`call event not understood: ${(error as Error).message}`);
    return undefined;
  }
}

/** What a handler is given beside the event: the event as JSON, and a request with it to where it was delivered. */
function contextOf(event: ReceivedEvent): WebhookContext {
  const body = new TextEncoder().encode(JSON.stringify(event));
  const init = { method: "POST", body, headers: { "content-type": "application/json" } };
  try {
    return { body, request: new Request((event as UnknownEvent).meta?.delivered_to ?? "", init) };
  } catch {
    // The address is not known, or holds a password, which no request takes.
    return { body, request: new Request("https://replay.invalid/", init) };
  }
}
