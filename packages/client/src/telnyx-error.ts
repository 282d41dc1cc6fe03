/** The class of all errors that the client throws itself. */
export class TelnyxError extends Error {
  override readonly name: string = "TelnyxError";
}
