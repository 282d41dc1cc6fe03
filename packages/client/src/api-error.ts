import type { ErrorCode } from "@telnyx-voice/types";
import { type CallFacts, TelnyxError } from "./telnyx-error.ts";

/** One of the errors that Telnyx lists in its answer. */
export interface ApiErrorDetail {
  /** Telnyx's number for it, such as `10002`; `errorCode` has names for those that are known. */
  readonly code?: ErrorCode;
  readonly title?: string;
  readonly detail?: string;
  /** What of the request it is about: a JSON pointer into the body, or the name of a parameter. */
  readonly source?: { readonly pointer?: string; readonly parameter?: string };
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** What the voice platform says of a refusal beside the errors, by its name on the wire. */
export interface TelnyxErrorDetail {
  /** The platform's own code, such as `D60`: the account may call verified numbers only. */
  readonly error_code?: string;
}

/** The request that an error belongs to. */
export type ErrorContext = Pick<CallFacts, "method" | "path" | "baseUrl">;

/** `POST /calls`: how a request is named in messages. */
export function nameOf({ method, path }: Pick<CallFacts, "method" | "path">): string {
  return `${method} ${path}`;
}

/**
 * Telnyx answered, but not with what the operation answers: with a status that is not 2xx, or with a body that is none
 * or no JSON. There is a class for each of the common statuses.
 */
export class ApiError extends TelnyxError implements ErrorContext {
  override readonly name: string = "ApiError";
  declare readonly method: string;
  declare readonly path: string;
  declare readonly baseUrl: string;
  declare readonly attempts: number;
  declare readonly mayHaveBeenCarriedOut: boolean;
  /** The HTTP status. */
  declare readonly status: number;
  /** The headers of the answer. */
  declare readonly headers: Headers;
  /** The answer's body: parsed where it is JSON, else its text. */
  declare readonly body: unknown;
  /** The errors that the answer lists; empty where it lists none. */
  declare readonly errors: readonly ApiErrorDetail[];
  /** The first error's code, title and detail. */
  declare readonly code: ErrorCode | undefined;
  declare readonly title: string | undefined;
  declare readonly detail: string | undefined;
  /** The body's `telnyx_error`, which some refused calls have. */
  declare readonly telnyxError: TelnyxErrorDetail | undefined;
  /** What Telnyx's support asks for. */
  declare readonly requestId: string | undefined;

  constructor(context: ErrorContext, response: Response, body: unknown, reason?: string) {
    const { status, headers } = response;
    const errors = errorsOf(body);
    const [first = {}] = errors;
    const { code, title, detail } = first;
    const requestId = requestIdOf(response);
    const location = headers.get("location");
    const redirection = location && `redirected to ${location}, which is not followed`;
    const why = reason || reasonOf(first) || redirection || response.statusText;
    // What is not there, and what is no answer of Telnyx's, may come from a wrong address.
    const address = (status === 404 || reason) && context.baseUrl;
    const facts = [code && `code ${code}`, requestId && `request ${requestId}`, address && `at ${address}`];
    const shown = facts.filter(Boolean).join(", ");
    super(`${status} ${nameOf(context)}${why && `: ${why}`}${shown && ` (${shown})`}`);
    const { method, path } = context;
    const telnyxError = Object(body).telnyx_error ?? undefined;
    Object.assign(this, { method, path, status, headers, body, errors, code, title, detail, telnyxError, requestId });
  }
}

/** 400: the request cannot be read. */
export class BadRequestError extends ApiError {
  override readonly name = "BadRequestError";
}
/** 401: the API key is missing, wrong or revoked. */
export class AuthenticationError extends ApiError {
  override readonly name = "AuthenticationError";
}
/** 403: the API key may not do this. */
export class PermissionDeniedError extends ApiError {
  override readonly name = "PermissionDeniedError";
}
/** 404: there is nothing by this id. A call that has ended is no such case: that is a 422 with `errorCode.callEnded`. */
export class NotFoundError extends ApiError {
  override readonly name = "NotFoundError";
}
/** 409: the request contradicts the state of things. */
export class ConflictError extends ApiError {
  override readonly name = "ConflictError";
}
/** 422: the request can be read, but not be carried out: a field is wrong, or the call is in no state for it. */
export class UnprocessableEntityError extends ApiError {
  override readonly name = "UnprocessableEntityError";
}
/** 429: too many requests. */
export class RateLimitError extends ApiError {
  override readonly name = "RateLimitError";
}
/** 500 and above: Telnyx failed. */
export class InternalServerError extends ApiError {
  override readonly name = "InternalServerError";
}

const classes: Readonly<Record<number, typeof ApiError>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  409: ConflictError,
  422: UnprocessableEntityError,
  429: RateLimitError,
};

/** Makes the error of an answer's status. The body is what the answer holds: parsed, or its text. */
export function apiError(context: ErrorContext, response: Response, body: unknown, reason?: string): ApiError {
  const ErrorClass = response.status >= 500 ? InternalServerError : (classes[response.status] ?? ApiError);
  return new ErrorClass(context, response, body, reason);
}

/** The id that Telnyx gave a request; undefined where the answer names none. */
export function requestIdOf({ headers }: Response): string | undefined {
  return headers.get("x-request-id") ?? undefined;
}

/** The list that all of Telnyx's error bodies hold, or the one error that others are. Codes come as numbers, too. */
function errorsOf(body: unknown): ApiErrorDetail[] {
  const { errors = body } = Object(body);
  return [errors]
    .flat()
    .filter((entry) => Object(entry) === entry)
    .map((entry) => ({ ...entry, code: textOf(entry.code) }));
}

/** `"to" must be a valid number`: which field the error means, where it says so, and what is wrong with it. */
function reasonOf({ detail, message, title, source }: ApiErrorDetail & { message?: string }): string {
  const text = textOf(detail, message, title) ?? "";
  const field = textOf(source?.parameter, source?.pointer)?.replace(/.*\//, "");
  return field ? `"${field}"${/^[a-z]/.test(text) ? "" : ":"} ${text}` : text;
}

/** The first that is a text or a number: an answer may hold anything. */
function textOf(...values: unknown[]): string | undefined {
  return values.find((value) => value && Object(value) !== value)?.toString();
}
