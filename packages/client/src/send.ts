import type { paths } from "@telnyx-voice/types";
import { version } from "../package.json" with { type: "json" };
import { ApiError } from "./api-error.ts";
import type { TelnyxVoiceOptions } from "./client.ts";
import { createHttpClient } from "./create-http-client.ts";
import { contract } from "./generated/contract.ts";
import type { OperationData, Send } from "./operation.ts";
import { serializeForm, serializeQuery } from "./serialize.ts";
import { TelnyxError } from "./telnyx-error.ts";

const environment = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env ?? {};

/** Makes the function that all resources send through. Without an API key it throws before any request. */
export function createSend(options: TelnyxVoiceOptions): Send {
  const apiKey = options.apiKey ?? environment["TELNYX_API_KEY"];
  if (!apiKey) {
    throw new TelnyxError("There is no API key: pass `apiKey`, or set the environment variable TELNYX_API_KEY.");
  }
  const http = createHttpClient<paths>({
    baseUrl: options.baseUrl ?? environment["TELNYX_BASE_URL"] ?? contract.server,
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
    headers: { accept: "application/json", authorization: `Bearer ${apiKey}`, ...userAgent() },
    querySerializer: (query) => serializeQuery(query),
  });
  // The resources carry the types; what follows is the same for every operation.
  const request = http.request as unknown as Request;
  return async <Answer>(...[operation, ids, input, callOptions]: Parameters<Send>): Promise<Answer> => {
    const { headers, ...body } = bodyOf(operation, input);
    const { data, error, response } = await request(operation.method, operation.path, {
      params: { path: pathValues(operation, ids), query: operation.body === undefined ? input : callOptions?.query },
      parseAs: operation.answer === "binary" ? "stream" : "json",
      ...body,
      ...(callOptions?.signal && { signal: callOptions.signal }),
      headers: { ...headers, ...callOptions?.headers },
    });
    if (!response.ok) throw new ApiError(operation.method, operation.path, response, error);
    return (operation.answer === "binary" ? response : data) as Answer;
  };
}

type Request = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Browsers name themselves. */
function userAgent(): Record<string, string> {
  if ("document" in globalThis) return {};
  return { "user-agent": `telnyx-voice/${version} (contract ${contract.sha256.slice(0, 12)})` };
}

function pathValues({ path }: OperationData, ids: readonly string[]): Record<string, string> {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name, index) => [name, ids[index] ?? ""]));
}

/** An operation that takes a body gets one, an empty one where the caller gave none. */
function bodyOf({ body: encoding }: OperationData, input: unknown) {
  if (encoding === undefined) return {};
  if (encoding === "json") return { body: input ?? {}, headers: { "content-type": "application/json" } };
  return {
    body: input ?? {},
    bodySerializer: serializeForm,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  };
}
