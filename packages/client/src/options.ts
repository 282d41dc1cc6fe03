import { environmentVariable } from "./environment.ts";
import { server } from "./generated/contract.ts";
import { checkApiKey, checkHeaders } from "./headers.ts";
import { type Logger, type LogLevel, logLevels } from "./log.ts";
import type { Middleware } from "./middleware.ts";
import { refuseUnknown } from "./refuse-unknown.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** A function that sends a request, as the global `fetch` does. */
export type Fetch = (request: Request, init?: { readonly signal: AbortSignal }) => Promise<Response>;

/** What can be set for a client. */
export interface TelnyxVoiceOptions {
  /**
   * The API key, or a function that gives it and is asked before each request; it may be async.
   * @default the environment variable `TELNYX_API_KEY`
   */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined;
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
  /** How often a failed attempt is repeated, where that is safe. @default 2 */
  readonly maxRetries?: number | undefined;
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
  readonly apiKey: string | (() => string | Promise<string>);
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly timeout?: number | undefined;
  readonly maxRetries: number;
  readonly middleware: readonly Middleware[];
  readonly logger: Logger;
  readonly logLevel: LogLevel;
}

/** The longest that the `fetch` of the runtimes waits for an answer, in ms. */
const longestTimeout = 300_000;

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
    middleware = [],
    logger = console,
    logLevel = (environmentVariable("TELNYX_LOG") ?? "warn") as LogLevel,
  } = options;
  if (!apiKey) throw new TelnyxError("There is no API key: pass `apiKey`, or set TELNYX_API_KEY");
  if (typeof apiKey !== "function") checkApiKey(apiKey);
  const settings = { apiKey, baseUrl, fetch, headers, timeout, maxRetries, middleware, logger, logLevel };
  refuseUnknown(options, Object.keys(settings));
  checkHeaders(headers);
  checkLimits(settings);
  // What was given is not shown: it may have a password.
  if (!/^https?:\/\/[^?#@\s]+$/.test(baseUrl)) throw new TelnyxError(`\`baseUrl\` must be like ${server}`);
  if (!logLevels.includes(logLevel)) throw new TelnyxError(`\`logLevel\` (TELNYX_LOG) must be one of ${logLevels}`);
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

/** @throws {TelnyxError} where a limit is no number that makes sense */
export function checkLimits({ timeout = 1, maxRetries = 0 }: Pick<TelnyxVoiceOptions, "timeout" | "maxRetries">): void {
  if (timeout > 0 && timeout <= longestTimeout && Number.isInteger(maxRetries) && maxRetries >= 0) return;
  throw new TelnyxError(
    `\`timeout\` must be 1 to ${longestTimeout} ms, not ${timeout}; \`maxRetries\` an integer from 0, not ${maxRetries}`,
  );
}
