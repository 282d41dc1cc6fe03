import { TelnyxError } from "./telnyx-error.ts";

/**
 * Gives the key back where it can stand in a header. The runtime's own error would show it.
 *
 * @throws {TelnyxError} where it cannot
 */
export function checkApiKey(key: unknown): string {
  if (typeof key === "string" && /^[!-~]+$/.test(key)) return key;
  throw new TelnyxError(
    "The API key is empty, begins with Bearer, or has a character that no header has, such as a line break",
  );
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
