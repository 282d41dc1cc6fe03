import { TelnyxError } from "./telnyx-error.ts";

/**
 * Gives the key back where it can stand in a header. The runtime's own error would show it.
 *
 * @throws {TelnyxError} where it cannot
 */
export function checkApiKey(key: string): string {
  if (/^[!-~]+$/.test(key)) return key;
  throw new TelnyxError(
    `The API key ${key ? "has characters that no key has, such as a line break at its end: trim it" : "is empty"}`,
  );
}

/** @throws {TelnyxError} where a name or a value cannot stand in a header, or would end it */
export function checkHeaders(headers: Readonly<Record<string, string | null>> = {}): void {
  for (const [name, value] of Object.entries(headers)) {
    if (/[^\w!#$%&'*+.^`|~-]|^$/.test(name) || /[^\t -~\x80-\xff]/.test(value ?? "")) {
      throw new TelnyxError(
        `The header ${JSON.stringify(name)} has characters that no header has, such as a line break`,
      );
    }
  }
}
