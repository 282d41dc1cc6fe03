import type { TexmlCallback } from "@telnyx-voice/types/texml-callbacks";

/** A TeXML callback of a kind that this version does not know, or one without a mark of its own. */
export interface UnknownTexmlCallback {
  [field: string]: string | undefined;
  kind: "unknown";
}

/** What a form of TeXML can be: one of a known kind, or not. */
export type ReceivedTexmlCallback = TexmlCallback | UnknownTexmlCallback;
