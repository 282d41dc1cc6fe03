import { logLevels } from "./log.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** What an option must be: a test, and the words for it. Options that are undefined are not there. */
type Rule = readonly [isRight: (value: never) => unknown, words: string];

/** The longest that the `fetch` of the runtimes waits for an answer, in ms. */
const longestTimeout = 300_000;

const isFunction = (value: unknown) => typeof value === "function";
const isRecord = (value: object) => Object(value) === value && !(Symbol.iterator in value) && !isFunction(value);
const isFrom = (least: number, most: number) => (value: number) =>
  typeof value === "number" && value >= least && value <= most;

const hooks = ["onRequest", "onResponse", "onError"];

const record: Rule = [isRecord, "an object"];

/** What a client and a call have both. */
const common = {
  headers: [isRecord, "an object: the values by the names"],
  timeout: [isFrom(1, longestTimeout), `a number of ms from 1 to ${longestTimeout}`],
  maxRetries: [(value: number) => Number.isInteger(value) && value >= 0, "an integer from 0"],
  apiKey: [(value: unknown) => typeof value === "string" || isFunction(value), "a text or a function"],
} satisfies Record<string, Rule>;

export const clientRules = {
  ...common,
  baseUrl: [
    (value: string) => /^https?:\/\/[^?#@\s]+$/.test(value) && typeof value === "string",
    "like https://host/v2",
  ],
  fetch: [isFunction, "a function"],
  maxRateLimitWait: [isFrom(0, Number.POSITIVE_INFINITY), "a number of ms from 0"],
  middleware: [
    (list: object[]) =>
      Array.isArray(list) && list.every((one) => hooks.some((hook) => isFunction(Reflect.get(Object(one), hook)))),
    "a list of objects with `onRequest`, `onResponse` or `onError`",
  ],
  logger: [
    (value: Record<string, unknown>) => logLevels.slice(1).every((level) => isFunction(Object(value)[level])),
    "an object with a function for each level, such as `console`",
  ],
  logLevel: [(value: never) => logLevels.includes(value), `one of ${logLevels}, as TELNYX_LOG must`],
} satisfies Record<string, Rule>;

export const callRules = {
  ...common,
  signal: [
    (value: AbortSignal) => isFunction(Object(value).addEventListener),
    "an AbortSignal, such as `controller.signal`",
  ],
  retryNonIdempotent: [(value: unknown) => typeof value === "boolean", "true or false"],
  extraBody: record,
  extraQuery: record,
  query: record,
} satisfies Record<string, Rule>;

/** @throws {TelnyxError} where an option is unknown, or is not what it must be */
export function checkOptions(options: object, rules: Readonly<Record<string, Rule>>): void {
  const names = Object.keys(rules);
  for (const [name, value] of Object.entries(options)) {
    const rule = names.includes(name) && rules[name];
    if (!rule) {
      const hint = names.find((known) => isLike(known, name));
      throw new TelnyxError(
        `\`${name}\` is no option; ${hint ? `did you mean \`${hint}\`?` : `there are ${names.join(", ")}`}`,
      );
    }
    const [isRight, words] = rule;
    if (value !== undefined && !isRight(value as never)) {
      const shown = Object(value) === value ? typeof value : value;
      throw new TelnyxError(`\`${name}\` must be ${words}${secret.test(name) ? "" : `, not ${String(shown)}`}`);
    }
  }
}

/** Options whose values are not shown: they may have a password. */
const secret = /key|url/i;

/** Whether two names begin alike, however they are written: `baseURL`, `max_retries`. */
function isLike(known: string, name: string): boolean {
  const [one = "", other = ""] = [known, name].map((word) => word.replace(/\W|_/g, "").toLowerCase());
  return other.length > 3 && (one.startsWith(other.slice(0, 6)) || other.startsWith(one.slice(0, 6)));
}
