import manifest from "../package.json" with { type: "json" };
import { createHttpClient } from "./create-http-client.ts";
import { digest } from "./generated/contract.ts";
import { checkApiKey } from "./headers.ts";
import type { HttpClient } from "./http-client.ts";
import { globalFetch, PlainRequest, type Settings } from "./options.ts";
import { serializeQuery } from "./serialize.ts";

/** openapi-fetch's `request` without its types: the resources carry them. */
export type HttpRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ readonly error?: unknown; readonly response: Response }>;

/** Stands where the key of a function goes, so that headers of the caller's go before it, as before any other. */
const unfilled = "Bearer";

/**
 * Makes the openapi-fetch client that everything is sent through, and its `request` as the resources use it: where neither
 * middleware nor a `fetch` of the caller's looks at requests, plain ones do.
 */
export function createHttp({ apiKey, baseUrl, fetch, headers, middleware }: Settings): {
  readonly http: HttpClient;
  readonly request: HttpRequest;
} {
  const http: HttpClient = createHttpClient<never>({
    baseUrl,
    fetch,
    headers: {
      accept: "application/json",
      // Browsers name themselves.
      ...(!("document" in globalThis) && {
        "user-agent": `telnyx-voice/${manifest.version} (${digest})`,
      }),
      authorization: typeof apiKey === "string" ? `Bearer ${apiKey}` : unfilled,
      ...headers,
    },
    querySerializer: serializeQuery,
    // It has types for any document; ours are for this one.
  }) as never;
  let isSeen = fetch !== globalFetch;
  const { use } = http;
  http.use = (...added) => {
    isSeen ||= added.length > 0;
    use(...added);
  };
  if (typeof apiKey === "function") {
    http.use({
      async onRequest({ request }) {
        if (request.headers.get("authorization") !== unfilled) return;
        request.headers.set("authorization", `Bearer ${checkApiKey(await apiKey())}`);
      },
    });
  }
  http.use(...middleware);
  const send = http.request as unknown as HttpRequest;
  const request: HttpRequest = (method, path, init) =>
    send(method, path, isSeen ? init : { ...init, Request: PlainRequest });
  return { http, request };
}
