/** The class of all errors that the client throws itself. */
export class TelnyxError extends Error {
  override readonly name: string = "TelnyxError";
  /** What the type guards look at: in a second copy of this package, the classes are other ones. */
  readonly isTelnyxError = true;
}
