import { checkOptions } from "./check-options.ts";
import { environmentVariable } from "./environment.ts";
import { server } from "./generated/contract.ts";
import { type ApiKey, checkApiKey, checkHeaders } from "./headers.ts";
import type { Logger, LogLevel } from "./log.ts";
import type { Middleware } from "./middleware.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** A function that sends a request, as the global `fetch` does. */
export type Fetch = (request: Request, init?: { readonly signal: AbortSignal }) => Promise<Response>;

/** What can be set for a client. */
export interface TelnyxVoiceOptions {
  /**
   * The API key, or a function that gives it and is asked before each request; it may be async.
   * @default the environment variable `TELNYX_API_KEY`
   */
  readonly apiKey?: ApiKey | undefined;
  /** The address that paths are appended to. @default `TELNYX_BASE_URL`, or the server that the contract names */
  readonly baseUrl?: string | undefined;
  /**
   * The function that sends requests: for proxies, agents and tests. It should pass the signal on, so that a call that is
   * given up also ends on the network.
   * @default the global `fetch`
   */
  readonly fetch?: Fetch | undefined;
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * For each attempt, in ms, the reading of the answer included.
   * @default 60000, and 20000 for a command that takes a `command_id`
   */
  readonly timeout?: number | undefined;
  /**
   * How often a failed attempt is repeated, where that is safe. What is put off for too many requests (429) does not count,
   * but with 0 nothing is repeated.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * How long a call waits in all because there were too many requests (429), in ms. All calls of a client wait together. A
   * command waits no longer than Telnyx would know it again, which is 55 s from its first attempt.
   * @default 60000
   */
  readonly maxRateLimitWait?: number | undefined;
  /** openapi-fetch middleware: sees each attempt's request and response, and may replace them. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Where messages go. @default `console` */
  readonly logger?: Logger | undefined;
  /**
   * The least weight of the messages that are logged. At `debug`, bodies are, too, without secrets and passwords.
   * @default `TELNYX_LOG`, or `warn`
   */
  readonly logLevel?: LogLevel | undefined;
}

/** The options of a client with the defaults filled in, checked. */
export interface Settings {
  readonly apiKey: ApiKey;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly timeout?: number | undefined;
  readonly maxRetries: number;
  readonly maxRateLimitWait: number;
  /** Changes with what is added to `client.http`. */
  readonly middleware: Middleware[];
  readonly logger: Logger;
  readonly logLevel: LogLevel;
}

/**
 * Fills in the defaults.
 *
 * @throws {TelnyxError} where there is no API key, or an option is not what it should be
 */
export function settingsOf(options: TelnyxVoiceOptions): Settings {
  const {
    apiKey = environmentVariable("TELNYX_API_KEY"),
    baseUrl = environmentVariable("TELNYX_BASE_URL") ?? server,
    fetch = globalFetch,
    headers,
    timeout,
    maxRetries = 2,
    maxRateLimitWait = 60_000,
    middleware = [],
    logger = console,
    logLevel = (environmentVariable("TELNYX_LOG") ?? "warn") as LogLevel,
  } = options;
  if (!apiKey) throw new TelnyxError("There is no API key: pass `apiKey`, or set TELNYX_API_KEY");
  const settings = {
    apiKey,
    baseUrl,
    fetch,
    headers,
    timeout,
    maxRetries,
    maxRateLimitWait,
    middleware: Array.from(middleware),
    logger,
    logLevel,
  };
  checkOptions({ ...options, ...settings, middleware }, Object.keys(settings));
  if (typeof apiKey === "string") checkApiKey(apiKey);
  checkHeaders(headers);
  return settings;
}

/**
 * What openapi-fetch makes in place of a `Request` where nobody looks at it: the global `fetch` makes one in any case, and
 * to make two takes as long as all the rest of a call.
 */
export class PlainRequest {
  declare readonly url: string;

  constructor(url: string, init: RequestInit) {
    Object.assign(this, init, { url });
  }
}

/** Looked up for each request: tools for tests replace it. */
export const globalFetch: Fetch = (request: Request | PlainRequest, init) => {
  if (request instanceof PlainRequest) return globalThis.fetch(request.url, { ...request, ...init });
  return globalThis.fetch(request, init);
};
