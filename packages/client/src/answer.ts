import { ApiError, type ErrorContext, nameOf } from "./api-error.ts";
import { ConnectionError } from "./connection-error.ts";
import type { OperationData } from "./operation.ts";

/**
 * Reads an answer as the operation gives it: as JSON, as nothing, or, for what the contract does not know, as it comes.
 *
 * @throws {ApiError} where JSON is wanted and something else came, as from a proxy
 * @throws {ConnectionError} where the connection broke
 */
export async function readAnswer(
  { answer }: OperationData,
  context: ErrorContext,
  response: Response,
): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw brokenAnswer(context, error);
  });
  if (answer === "none") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    if (answer === "any") return text || undefined;
    const type = response.headers.get("content-type");
    throw new ApiError(context, response, text, `the answer is ${text ? `no JSON (${type})` : "empty"}`);
  }
}

/** The error of an answer that began and did not end. */
export function brokenAnswer(context: ErrorContext, cause: unknown): ConnectionError {
  return new ConnectionError(`${nameOf(context)}: the answer broke off`, { cause });
}
