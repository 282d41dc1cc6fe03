/** What is wrong with the program that receives the deliveries. */
export type SetupFault = "key-missing" | "key-malformed" | "body-parsed" | "ed25519-missing" | "option-invalid";

/** The receiving program is at fault, whatever was delivered: no delivery is accepted until it is mended. */
export class WebhookSetupError extends Error {
  override readonly name = "WebhookSetupError";
  readonly code: SetupFault;

  constructor(code: SetupFault, message: string) {
    super(message);
    this.code = code;
  }
}
