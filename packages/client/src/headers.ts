import { TelnyxError } from "./telnyx-error.ts";

/** An API key, or a function that gives it and is asked before each request; it may be async. */
export type ApiKey = string | (() => string | Promise<string>);

/**
 * Gives the key back where it can stand in a header. The runtime's own error would show it.
 *
 * @throws {TelnyxError} where it cannot
 */
export function checkApiKey(key: unknown): string {
  if (typeof key === "string" && /^[!-~]+$/.test(key)) return key;
  const isBearer = /^bearer /i.test(String(key));
  const fault = isBearer
    ? "begins with Bearer, which is added to it"
    : "is empty, or has a character that no header has, such as a line break";
  throw new TelnyxError(`The API key ${fault}`);
}

/** @throws {TelnyxError} where a name or a value cannot stand in a header, or would end it */
export function checkHeaders(headers: Readonly<Record<string, string | null>> = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    try {
      // Between two letters, since a line break at an end is cut off.
      new Headers([[name, `a${value}a`]]);
    } catch {
      // The runtime's own error would show the value.
      throw new TelnyxError(`The header "${name}" has a character that no header has, such as a line break`);
    }
  }
}
