import manifest from "../package.json" with { type: "json" };
import { encodeBody } from "./body.ts";
import { createHttpClient } from "./create-http-client.ts";
import { followRedirects } from "./follow-redirects.ts";
import { digest } from "./generated/contract.ts";
import { operations } from "./generated/operations.ts";
import { checkApiKey } from "./headers.ts";
import type { HttpClient } from "./http-client.ts";
import type { Middleware } from "./middleware.ts";
import { type OperationData, operationsOf } from "./operation.ts";
import { globalFetch, PlainRequest, type Settings } from "./options.ts";
import { serializeQuery } from "./serialize.ts";

/** openapi-fetch's `request` without its types: the resources carry them. */
export type HttpRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ error?: unknown; readonly response: Response }>;

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
    fetch: (request) => followRedirects(fetch, request),
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
  const request: HttpRequest = (method, path, init) => {
    const isSeen = fetch !== globalFetch || typeof apiKey === "function" || middleware.length > 0;
    return send(method, path, isSeen ? init : { ...init, Request: PlainRequest });
  };
  return { http: completeHttp(http, send, middleware), request };
}

/**
 * Has the openapi-fetch client do as the rest of the client does: bodies are written as their operations want them, commands
 * are not redirected, an error without a body is one all the same, and middleware that is added stays.
 */
function completeHttp(http: HttpClient, send: HttpRequest, middleware: Middleware[]): HttpClient {
  const { use, eject } = http;
  const call = async (method: string, path: string, init: HttpInit = {}) => {
    const result = await send(method, path, { redirect: "manual", ...init, ...(await writeBody(method, path, init)) });
    if (!result.response.ok) result.error ||= { errors: [] };
    return result;
  };
  const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => [method, call.bind(undefined, method)]);
  return Object.assign(http, Object.fromEntries(methods), {
    request: (method: string, path: string, init?: HttpInit) => call(method.toUpperCase(), path, init),
    use(...added: Middleware[]) {
      use(...added);
      middleware.push(...added);
    },
    eject(...removed: Middleware[]) {
      eject(...removed);
      middleware.splice(0, middleware.length, ...middleware.filter((one) => !removed.includes(one)));
    },
  });
}

interface HttpInit {
  readonly body?: unknown;
  readonly headers?: object;
  readonly bodySerializer?: unknown;
}

/** The operations by method and path; made when they are first asked for. */
let routes: Map<string, OperationData> | undefined;

async function writeBody(
  method: string,
  path: string,
  { body, headers = {}, bodySerializer }: HttpInit,
): Promise<object> {
  if (body === undefined || bodySerializer) return {};
  routes ??= new Map(operationsOf(operations).map((one) => [`${one.method} ${one.path}`, one]));
  const operation = routes.get(`${method} ${path}`);
  if (!operation) return {};
  const [written, contentType] = await encodeBody(operation, body);
  const own = Symbol.iterator in headers ? Object.fromEntries(headers as Headers) : headers;
  return {
    body: written,
    bodySerializer: (value: unknown) => value,
    headers: { ...(contentType && { "content-type": contentType }), ...own },
  };
}
