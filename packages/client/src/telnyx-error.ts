/** The class of all errors that the client throws itself. */
export class TelnyxError extends Error {
  override readonly name: string = "TelnyxError";
  /** What the type guards look at: in a second copy of this package, the classes are other ones. */
  readonly isTelnyxError = true;

  constructor(message: string, options?: ErrorOptions) {
    // An answer could begin a line of a log, move a terminal's cursor, or turn text around.
    super(message.replace(/\p{C}+/gu, " "), options);
  }
}
