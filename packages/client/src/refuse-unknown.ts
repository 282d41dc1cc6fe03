import { TelnyxError } from "./telnyx-error.ts";

/** @throws {TelnyxError} where an option is none of the known ones */
export function refuseUnknown(options: object, known: readonly string[]): void {
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw new TelnyxError(`\`${name}\` is none of the options ${known}`);
  }
}
