import { bodyText } from "./body-text.ts";
import { type TexmlCondition, texmlConditions } from "./generated/texml-conditions.ts";
import type { ReceivedTexmlCallback } from "./texml-callback.ts";
import type { WebhookBody } from "./webhook-body.ts";

/**
 * Reads a TeXML callback, which is a form or a query and not an event, **without verifying it**: `verifyWebhook` does. The
 * fields keep their names and are texts, numbers and booleans too; those that are not known come through. `kind` is added,
 * and tells which fields there are. Of a field that comes twice, the last value counts.
 *
 * @example
 * ```ts
 * await verifyWebhook({ body, headers: request.headers });
 * const callback = parseTexmlCallback(body);
 * if (callback.kind === "recording-completed") console.log(callback.RecordingSid);
 * ```
 * @throws {WebhookParseError} where bytes are not UTF-8
 */
export function parseTexmlCallback(body: WebhookBody): ReceivedTexmlCallback {
  const fields: Record<string, string> = Object.create(null);
  new URLSearchParams(bodyText(body)).forEach((value, name) => {
    fields[name] = value;
  });
  fields["kind"] = texmlConditions.find(([, condition]) => holds(condition, fields))?.[0] ?? "unknown";
  return fields as unknown as ReceivedTexmlCallback;
}

function holds(condition: TexmlCondition, fields: Readonly<Record<string, string>>): boolean {
  return Object.entries(condition).every(([name, expected]) => {
    const value = fields[name];
    if (typeof expected === "boolean") return expected === (value !== undefined);
    return expected.some((one) => one === value);
  });
}
