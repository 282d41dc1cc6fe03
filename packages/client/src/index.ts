/**
 * A typed fetch client for the Telnyx voice API.
 *
 * @module
 */
export { ApiError, type ApiErrorDetail } from "./api-error.ts";
export { TelnyxVoice, type TelnyxVoiceOptions } from "./client.ts";
export { contract } from "./generated/contract.ts";
export type { RequestOptions } from "./operation.ts";
export { TelnyxError } from "./telnyx-error.ts";
