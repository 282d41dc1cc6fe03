import { TelnyxError } from "./telnyx-error.ts";

/**
 * How long a client state may be, in characters of its Base64 form. Telnyx documents no limit; this one is ours, since the
 * state travels with every event of the call.
 */
const longest = 10_000;

/**
 * Writes what is to come back with every later event of a call as `client_state`: Base64 of a text, or of any other value
 * as JSON. `decodeClientState` of `@telnyx-voice/webhooks` reads it.
 *
 * @example
 * ```ts
 * await client.calls.actions.answer(id, { client_state: encodeClientState({ step: "menu" }) });
 * ```
 * @throws {TelnyxError} where the state is too long, or no JSON
 */
export function encodeClientState(state: unknown): string {
  const text = typeof state === "string" ? state : JSON.stringify(state);
  if (text === undefined) throw new TelnyxError("The client state is neither a text nor a value of JSON.");
  const bytes = new TextEncoder().encode(text);
  const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  if (encoded.length <= longest) return encoded;
  throw new TelnyxError(`The client state has ${encoded.length} characters in Base64, more than ${longest}.`);
}
