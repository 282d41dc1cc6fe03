/** The errors that the client throws, those of a status first; `5xx` is any of its hundred. */
export const clientErrors = [
  ["400", "BadRequestError"],
  ["401", "AuthenticationError"],
  ["403", "PermissionDeniedError"],
  ["404", "NotFoundError"],
  ["409", "ConflictError"],
  ["422", "UnprocessableEntityError"],
  ["429", "RateLimitError"],
  ["5xx", "InternalServerError"],
  ["", "ApiError"],
  ["", "ConnectionError"],
  ["", "TimeoutError"],
  ["", "AbortError"],
] as const;

/** The name of an error that the client throws. */
export type ClientError = (typeof clientErrors)[number][1];

/** What the client throws for a status of the document: `404`, `5XX` or `default`. */
export function clientErrorOf(status: string): ClientError {
  const wanted = /^5/.test(status) ? "5xx" : status;
  return clientErrors.find(([known]) => known === wanted)?.[1] ?? "ApiError";
}
