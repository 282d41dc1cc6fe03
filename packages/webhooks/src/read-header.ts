import type { HeaderReader, HeaderRecord, WebhookHeaders } from "./webhook-headers.ts";
import { WebhookVerificationError } from "./webhook-verification-error.ts";

/**
 * Gives the one value of a header. `name` is in lower case.
 *
 * @throws {WebhookVerificationError} where the header is missing, empty or there more than once
 */
export function readHeader(headers: WebhookHeaders, name: string): string {
  const values = valuesOf(headers, name);
  // `Headers` and `node:http` join by a comma what came more than once; neither header has one of its own.
  if (values.join().includes(","))
    throw new WebhookVerificationError("header-repeated", `The header ${name} is repeated.`);
  const [value] = values;
  if (typeof value === "string" && value !== "") return value;
  throw new WebhookVerificationError("header-missing", `The header ${name} is missing.`);
}

function valuesOf(headers: WebhookHeaders | null | undefined, name: string): unknown[] {
  if (typeof headers !== "object" || headers === null) return [];
  if (isReader(headers)) return [headers.get(name)];
  // A header could be called `headers` too, but its value would be a text or a list.
  const inner = headers.headers;
  if (typeof inner === "object" && !Array.isArray(inner)) return valuesOf(inner as HeaderReader | HeaderRecord, name);
  return Object.entries(headers)
    .filter(([key]) => key.length === name.length && key.toLowerCase() === name)
    .flatMap(([, value]) => value);
}

function isReader(headers: WebhookHeaders): headers is HeaderReader {
  return typeof (headers as HeaderReader).get === "function";
}
