import type { EventHandlers } from "./event-handlers.ts";
import type { TexmlHandlers } from "./texml-handlers.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import type { VerifySettings } from "./verify-options.ts";
import type { WebhookStore } from "./webhook-store.ts";

/** How `createWebhookHandler` receives deliveries. */
export interface WebhookHandlerOptions extends VerifySettings {
  /** The handlers by event. They may be left out beside `texml` alone; events are then answered 200 and dropped. */
  readonly on?: EventHandlers | undefined;
  /**
   * The handlers by kind of TeXML callback: of what arrives as a form, and with `allowGet` as a query, that is no event.
   * What one throws reaches `onError`, and the answer is 500. Without `texml` such a delivery is refused with 400.
   */
  readonly texml?: TexmlHandlers | undefined;
  /**
   * Is told of every failure that is not the sender's: of a handler, the store, the setup, the clock, the platform, `log`.
   * With the event, where there is one already. What it throws itself is logged.
   * @default logs one line without the payload
   */
  readonly onError?: ((error: unknown, event: ReceivedEvent | undefined) => unknown) | undefined;
  /**
   * `"after"` answers 200 when the handler is done, so that Telnyx delivers again what failed or was interrupted.
   * `"before"` answers 200 once the event is claimed. What it costs: Telnyx does not deliver again, so a failure reaches
   * `onError` alone, and an event whose process dies is lost. @default "after"
   */
  readonly acknowledge?: "after" | "before" | undefined;
  /**
   * After how many seconds to answer 503 though the handler or the store is still at work: Telnyx delivers again, and gets
   * 200 once the handler is done. Keep it below the `webhook_timeout_secs` of your application, which is at most 30;
   * where that is null, Telnyx waits for 2 seconds. @default 1.5
   */
  readonly deadline?: number | undefined;
  /** Where it is remembered which events were handled. @default a store in memory, for this handler alone */
  readonly store?: WebhookStore | undefined;
  /** For how many seconds a handled event is remembered. @default 86_400, a day */
  readonly ttlSeconds?: number | undefined;
  /**
   * Whether to take GET requests too, for `webhook_url_method: GET`. Their signature must cover the query string, since
   * one over the empty body would vouch for nothing. @default false
   */
  readonly allowGet?: boolean | undefined;
  /** Writes one line of the log. @default console.warn */
  readonly log?: ((line: string) => void) | undefined;
}
