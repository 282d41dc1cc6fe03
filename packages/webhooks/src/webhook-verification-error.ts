/** Why a delivery was refused. */
export type VerificationFailure =
  | "header-missing"
  | "header-repeated"
  | "timestamp-malformed"
  | "timestamp-outside-tolerance"
  | "signature-malformed"
  | "signature-mismatch";

/** A delivery does not prove that Telnyx sent it, or that it was sent just now. Answer it with status 401. */
export class WebhookVerificationError extends Error {
  override readonly name = "WebhookVerificationError";
  readonly code: VerificationFailure;

  constructor(code: VerificationFailure, message: string) {
    super(message);
    this.code = code;
  }
}
