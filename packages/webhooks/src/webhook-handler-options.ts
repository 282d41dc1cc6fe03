import type { EventHandlers } from "./event-handlers.ts";
import type { TexmlHandlers } from "./texml-handlers.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import type { VerifySettings } from "./verify-options.ts";
import type { WebhookStore } from "./webhook-store.ts";

/** How `createWebhookHandler` receives deliveries. */
export interface WebhookHandlerOptions extends VerifySettings {
  /** The handlers by event. @default none: events are acknowledged */
  readonly on?: EventHandlers | undefined;
  /**
   * The handlers by kind of TeXML callback: of what arrives as a form, and with `allowGet` as a query, that is no event.
   * One that throws is logged and answered with 500. Without `texml` such a delivery is refused with 400.
   */
  readonly texml?: TexmlHandlers | undefined;
  /**
   * Is told of every failure of a handler of `on` or of the store, with the event. What it throws itself is logged.
   * @default logs one line without the payload
   */
  readonly onError?: ((error: unknown, event: ReceivedEvent) => unknown) | undefined;
  /**
   * `"after"` answers when the handler is done, so that a failure makes Telnyx deliver again. `"before"` answers at once,
   * for handlers that only queue: a failure then reaches `onError` alone. @default "after"
   */
  readonly acknowledge?: "after" | "before" | undefined;
  /**
   * After how many seconds to answer 200 though the handler is still at work; from then on a failure reaches `onError`
   * alone. Keep it below the `webhook_timeout_secs` of your application, which is at most 30. @default 8
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
