import { multipartBody } from "./multipart.ts";
import type { Call, OperationData } from "./operation.ts";
import { serializeForm } from "./serialize.ts";
import { TelnyxError } from "./telnyx-error.ts";

/**
 * The fields that are sent: those given, the ones that the body's type does not know, and a `command_id` where the
 * operation takes one and none was given. It is made once a call, so that all attempts are one command.
 */
export function bodyFields({ operation, input, options }: Call): unknown {
  if (!operation.command && !options?.extraBody) return input ?? {};
  const fields = { ...(input as { command_id?: unknown } | undefined), ...options?.extraBody };
  if (operation.command) fields.command_id ||= randomId();
  return fields;
}

/** Browsers have no `randomUUID` on pages that came without TLS. */
function randomId(): string {
  const { crypto } = globalThis as Partial<typeof globalThis>;
  if (!crypto) throw new TelnyxError("This runtime has no crypto, which makes ids: pass a `command_id`");
  const bytes = () => crypto.getRandomValues(new Uint8Array(16));
  return crypto.randomUUID?.() ?? Array.from(bytes(), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Writes fields as the operation wants them, with the header that names the form. */
export async function encodeBody(
  { body, files = [] }: OperationData,
  fields: unknown,
): Promise<readonly [body?: string | FormData, contentType?: string]> {
  if (!body) return [];
  const isUpload = files.some((name) => (fields as Record<string, unknown>)[name] != null);
  if (isUpload || body === "multipart") return [await multipartBody(fields as object, files)];
  if (body === "form") return [serializeForm(fields as object), "application/x-www-form-urlencoded"];
  return [JSON.stringify(fields), "application/json"];
}
