import type { TexmlCallbackMap, TexmlRequestKind } from "@telnyx-voice/types/texml-callbacks";
import type { WebhookContext } from "./event-handlers.ts";
import type { ReceivedTexmlCallback } from "./texml-callback.ts";

/** Handles one TeXML callback. A text that it gives is the document that Telnyx is answered with. */
export type TexmlHandler<Callback, Answer = unknown> = (
  callback: Callback,
  context: WebhookContext,
) => Answer | Promise<Answer>;

/**
 * Handlers by kind of TeXML callback: that of its kind is called, else `default`. Those of kinds that ask for a document give
 * one. Of a callback that none is for, Telnyx hears that it arrived.
 */
export interface TexmlHandlers extends HandlersByKind {
  /** For a callback that no other handler is for, and of a kind that is not known. */
  readonly default?: TexmlHandler<ReceivedTexmlCallback> | undefined;
}

type HandlersByKind = {
  readonly [Kind in keyof TexmlCallbackMap]?:
    | TexmlHandler<TexmlCallbackMap[Kind], Kind extends TexmlRequestKind ? string : unknown>
    | undefined;
};
