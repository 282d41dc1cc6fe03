/**
 * A typed fetch client for the Telnyx voice API.
 *
 * @module
 */
export type * from "@telnyx-voice/types";
export * from "@telnyx-voice/types/client-state";
export {
  ApiError,
  type ApiErrorDetail,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  type TelnyxErrorDetail,
  UnprocessableEntityError,
} from "./api-error.ts";
export type { ApiPromise, WithResponse } from "./api-promise.ts";
export { type RawRequestOptions, type RecordingFiles, TelnyxVoice } from "./client.ts";
export { AbortError, ConnectionError, TimeoutError } from "./connection-error.ts";
export { contract } from "./generated/contract.ts";
/** The codes that errors carry, each by what it means: `error.code === errorCode.callEnded`. */
export * as errorCode from "./generated/error-codes.ts";
export type * from "./generated/resources.ts";
export type { Resources } from "./generated/resources.ts";
export type { HttpClient, HttpInit, HttpOptions, HttpResult } from "./http-client.ts";
export { isAbortError, isApiError, isConnectionError, isTelnyxError, isTimeoutError } from "./is-error.ts";
export type { ItemOf, ListPromise } from "./list-promise.ts";
export type { Logger, LogLevel } from "./log.ts";
export type { Middleware, MiddlewareContext } from "./middleware.ts";
export type { Upload } from "./multipart.ts";
export type { RequestOptions } from "./operation.ts";
export type { Fetch, TelnyxVoiceOptions } from "./options.ts";
export { type CallFacts, TelnyxError } from "./telnyx-error.ts";
