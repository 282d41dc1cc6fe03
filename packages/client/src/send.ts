import { nameOf, RateLimitError } from "./api-error.ts";
import type { WithResponse } from "./api-promise.ts";
import { runAttempt, wait } from "./attempt.ts";
import { type Attempt, exchange, reasonOf } from "./exchange.ts";
import type { HttpRequest } from "./http.ts";
import { log } from "./log.ts";
import type { Call } from "./operation.ts";
import type { Settings } from "./options.ts";
import { type PageQuery, turnPage } from "./pagination.ts";
import { extendPause, type Pause, waitOut } from "./pause.ts";
import { type PreparedCall, prepareCall } from "./prepare-call.ts";
import { jitter, mayBeCarriedOut, retryDelay } from "./retry.ts";
import { type CallFacts, TelnyxError } from "./telnyx-error.ts";

/**
 * In ms: for an attempt of a command, for any other, and from the beginning of a command's first attempt until nothing of it
 * is sent any more. Telnyx knows a command again for 60 s.
 */
const commandTimeout = 20_000;
const usualTimeout = 60_000;
const commandWindow = 55_000;

/** The longest wait that an answer other than a 429 can ask for, in ms; where it asks for more, its error is the result. */
const longestWait = 60_000;

/** Sends a call for its first page, or for the one that a query leads to. A raw answer is not read. */
export type Exchange<Answer> = (isRaw: () => boolean, pageQuery?: PageQuery) => Promise<WithResponse<Answer>>;

/** Takes a call up as it is now: what its caller changes later is not sent. */
export type Send = <Answer>(call: Call) => Exchange<Answer>;

type Facts = { -readonly [Key in keyof CallFacts]: CallFacts[Key] };

/** Makes what all calls go through. */
export function createSend(settings: Settings, request: HttpRequest): Send {
  const pause: Pause = { until: 0, length: 0 };
  return (call) => {
    const { method, path, command } = call.operation;
    let prepared: PreparedCall | undefined;
    let fault: unknown;
    try {
      prepared = prepareCall(call);
    } catch (cause) {
      fault = cause;
    }
    return async (isRaw, pageQuery) => {
      const facts: Facts = {
        method,
        path: prepared?.path ?? path,
        baseUrl: prepared?.address?.origin ?? settings.baseUrl,
        attempts: 0,
        ...(command && { commandId: Object(prepared?.fields).command_id }),
        mayHaveBeenCarriedOut: false,
      };
      try {
        if (!prepared) throw fault;
        const search = pageQuery ? turnPage(prepared.search, pageQuery) : prepared.search;
        const elsewhere = prepared.address && leaveHome(prepared.address, settings);
        const run = (attempt: Attempt, signal: AbortSignal) => exchange(settings, request, prepared, attempt, signal);
        return await untilDone(settings, prepared, pause, { facts, search, isRaw, elsewhere }, run);
      } catch (cause) {
        // Else it is a body that cannot be written, a file that is missing, or a function of the caller's that failed.
        const error =
          cause instanceof TelnyxError ? cause : new TelnyxError(`${nameOf(facts)}: ${reasonOf(cause)}`, { cause });
        throw Object.assign(error, facts);
      }
    };
  };
}

/** What a request to another address has in place of the client's own. */
function leaveHome({ origin }: URL, { baseUrl, headers }: Settings): Attempt["elsewhere"] {
  const names = ["authorization", ...Object.keys(headers ?? {})];
  const isHome = new URL(baseUrl).origin === origin;
  return { baseUrl: origin, headers: isHome ? {} : Object.fromEntries(names.map((name) => [name, null])) };
}

/** Attempts a call, and again where that is safe and of use. */
async function untilDone(
  settings: Settings,
  { operation, options }: PreparedCall,
  pause: Pause,
  { facts, ...rest }: Pick<Attempt, "search" | "isRaw" | "elsewhere"> & { readonly facts: Facts },
  run: (attempt: Attempt, signal: AbortSignal) => Promise<WithResponse<never>>,
): Promise<WithResponse<never>> {
  const { signal, maxRetries = settings.maxRetries } = options;
  const timeout = options.timeout ?? settings.timeout ?? (operation.command ? commandTimeout : usualTimeout);
  const name = nameOf(facts);
  const id = Math.random().toString(36).slice(2);
  let elapsed = () => 0;
  const left = () => (operation.command ? commandWindow - elapsed() : Number.POSITIVE_INFINITY);
  const limits = { name, timeout, signal, left };
  let limitedSince: number | undefined;
  /** How long it can still wait because there were too many requests. */
  const patience = () => {
    limitedSince ??= performance.now();
    return Math.min(limitedSince + settings.maxRateLimitWait - performance.now(), left());
  };
  let failures = 0;
  let refusals = 0;
  /** How long to wait after an error; undefined where that is the end. */
  const delayAfter = (error: unknown) => {
    const isLimited = error instanceof RateLimitError;
    if (maxRetries === 0 || (!isLimited && failures >= maxRetries)) return undefined;
    const delay = retryDelay(operation, options, error, isLimited ? ++refusals : ++failures);
    if (delay === undefined || delay > (isLimited ? patience() : Math.min(longestWait, left()))) return undefined;
    if (!isLimited) return delay;
    extendPause(pause, delay);
    return delay + jitter(delay);
  };
  for (;;) {
    await waitOut(pause, patience, limits);
    if (facts.attempts++ === 0) elapsed = startClock();
    const call = { id, attempt: facts.attempts, elapsed: elapsed() };
    const attempt = { ...rest, facts, call, left, isSent: false };
    try {
      const answer = await runAttempt(limits, (ends) => run(attempt, ends));
      facts.mayHaveBeenCarriedOut = true;
      return answer;
    } catch (error) {
      facts.mayHaveBeenCarriedOut ||= attempt.isSent && mayBeCarriedOut(error);
      const delay = delayAfter(error);
      if (delay === undefined) throw error;
      const message = `${name}: attempt ${facts.attempts} failed, the next in ${Math.round(delay)} ms`;
      log(settings, "info", message, () => error);
      await wait(delay, limits);
      // Timers come late where the process was stopped.
      if (left() <= 0) throw error;
    }
  }
}

/** Tells how many ms have passed, by the clock that is ahead: one stands still while a machine sleeps, one can be set back. */
function startClock(): () => number {
  const [clock, date] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - clock, Date.now() - date);
}
