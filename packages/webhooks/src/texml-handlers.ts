import type { TexmlCallbackKind, TexmlCallbackMap, TexmlRequestKind } from "@telnyx-voice/types";
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
export type TexmlHandlers = {
  readonly [Kind in TexmlCallbackKind]?: TexmlHandler<
    TexmlCallbackMap[Kind],
    Kind extends TexmlRequestKind ? string : unknown
  >;
} & { readonly default?: TexmlHandler<ReceivedTexmlCallback> };
