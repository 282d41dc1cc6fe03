/** What is known of a call when it ends. */
export interface CallFacts {
  readonly method: string;
  /** The path of the request, without the query. */
  readonly path: string;
  /** The address that the path was appended to. */
  readonly baseUrl: string;
  /** How many attempts there were. */
  readonly attempts: number;
  /**
   * Of a command: the id that all its attempts had. Within 60 seconds of the first one, the same command with this as its
   * `command_id` is not carried out twice.
   */
  readonly commandId?: string | undefined;
  /**
   * Whether Telnyx may have done what the call asked for: false where no attempt was sent, or each was refused.
   */
  readonly mayHaveBeenCarriedOut: boolean;
}

/** The class of all errors that the client throws itself. */
export class TelnyxError extends Error implements Partial<CallFacts> {
  override readonly name: string = "TelnyxError";
  /** What the type guards look at: in a second copy of this package, the classes are other ones. */
  readonly isTelnyxError = true;
  // These are there where a call failed, not where an option of the client is wrong.
  declare readonly method?: string;
  declare readonly path?: string;
  declare readonly baseUrl?: string;
  declare readonly attempts?: number;
  declare readonly commandId?: string | undefined;
  declare readonly mayHaveBeenCarriedOut?: boolean;

  constructor(message: string, options?: ErrorOptions) {
    // An answer could begin a line of a log, move a terminal's cursor, or turn text around.
    super(message.replace(/\p{C}+/gu, " "), options);
  }
}
