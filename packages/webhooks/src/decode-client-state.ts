import { decodeBase64 } from "./decode-base64.ts";

/** What has a payload in which a client state may be: any event. */
interface HasPayload {
  readonly data: { readonly payload: object };
}

/**
 * Decodes the `client_state` of an event: the JSON value where it is base64 of JSON, the text where it is base64 of
 * other text, undefined where there is none or it is neither. Never throws, since others may have set it.
 *
 * @example
 * ```ts
 * const state = decodeClientState(event); // what `client_state: btoa(JSON.stringify({ step: 2 }))` set: { step: 2 }
 * ```
 */
export function decodeClientState(event: HasPayload): unknown {
  const state = (event.data.payload as { client_state?: unknown }).client_state;
  const text = typeof state === "string" && state !== "" ? decodeText(state) : undefined;
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function decodeText(state: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(decodeBase64(state));
  } catch {
    return undefined;
  }
}
