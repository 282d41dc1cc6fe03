import { logLevels } from "./log.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** What an option must be: a test, and the words for it. Options that are undefined are not there. */
type Rule = readonly [isRight: (value: never) => unknown, words: string];

const isFunction = (value: unknown) => typeof value === "function";
const isRecord = (value: object) => Object(value) === value && !(Symbol.iterator in value) && !isFunction(value);
const isText = (value: unknown) => typeof value === "string";

/** What middleware has at least one of. */
const hooks = ["onRequest", "onResponse", "onError"];

// Nothing here is computed when the file is loaded: else bundlers could not leave it out.
const rules: Readonly<Record<string, Rule>> = {
  // The runtimes' `fetch` waits no longer for an answer.
  timeout: [
    (value: number) => Number.isFinite(value) && value >= 1 && value <= 300_000,
    "a number of ms from 1 to 300000",
  ],
  maxRetries: [(value: number) => Number.isInteger(value) && value >= 0, "an integer from 0"],
  maxRateLimitWait: [(value: unknown) => typeof value === "number" && value >= 0, "a number of ms from 0"],
  apiKey: [(value: unknown) => isText(value) || isFunction(value), "a text or a function"],
  baseUrl: [(value: string) => isText(value) && /^https?:\/\/[^?#@\s]+$/.test(value), "like https://host/v2"],
  headers: [isRecord, "an object: the values by the names"],
  fetch: [isFunction, "a function"],
  middleware: [
    (list: object[]) =>
      Array.isArray(list) && list.every((one) => hooks.some((hook) => isFunction(Reflect.get(Object(one), hook)))),
    "a list of objects with `onRequest`, `onResponse` or `onError`",
  ],
  logger: [
    (value: Record<string, unknown>) => logLevels.slice(1).every((level) => isFunction(Object(value)[level])),
    "an object like `console`",
  ],
  logLevel: [(value: never) => logLevels.includes(value), "one of off, error, warn, info, debug, as TELNYX_LOG must"],
  signal: [
    (value: AbortSignal) => isFunction(Object(value).addEventListener),
    "an AbortSignal, such as `controller.signal`",
  ],
  retryNonIdempotent: [(value: unknown) => typeof value === "boolean", "true or false"],
  extraBody: [isRecord, "an object"],
  extraQuery: [isRecord, "an object"],
  query: [isRecord, "an object"],
};

/** @throws {TelnyxError} where an option is none of some, or is not what it must be */
export function checkOptions(options: object, names: readonly string[]): void {
  for (const [name, value] of Object.entries(options)) {
    if (!names.includes(name)) {
      const meant = names.find((known) => isLike(known, name));
      const hint = meant ? `did you mean \`${meant}\`?` : `there are ${names.join(", ")}`;
      throw new TelnyxError(`\`${name}\` is no option; ${hint}`);
    }
    const [isRight, words] = rules[name] as Rule;
    if (value !== undefined && !isRight(value as never)) {
      // A key or an address may have a password.
      const shown = /key|url/i.test(name) ? "" : `, not ${String(Object(value) === value ? typeof value : value)}`;
      throw new TelnyxError(`\`${name}\` must be ${words}${shown}`);
    }
  }
}

/** Whether two names begin alike, however they are written: `baseURL`, `max_retries`. */
function isLike(known: string, name: string): boolean {
  const [one = "", other = ""] = [known, name].map((word) => word.replace(/\W|_/g, "").toLowerCase());
  return other.length > 3 && (one.startsWith(other.slice(0, 6)) || other.startsWith(one.slice(0, 6)));
}
