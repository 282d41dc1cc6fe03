import { findClosest } from "./find-closest.ts";
import { voiceEventNames } from "./generated/event-names.ts";
import { readPublicKeys } from "./read-public-keys.ts";
import type { WebhookHandlerOptions } from "./webhook-handler-options.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";

/**
 * Checks what the types of the options say, for those who have no types, and what types cannot say.
 *
 * @throws {WebhookSetupError} where an option is not as it must be
 */
export function checkOptions(options: WebhookHandlerOptions): void {
  if (typeof options !== "object" || options === null) throw invalid("The options must be an object.");
  if (options.on !== undefined || options.texml === undefined) checkHandlers(options.on);
  for (const name of ["onError", "log", "now"] as const) {
    check(options[name], (value) => typeof value === "function", `\`${name}\` must be a function.`);
  }
  const { acknowledge, deadline, ttlSeconds, toleranceSeconds, allowGet, publicKey } = options;
  check(acknowledge, (value) => value === "after" || value === "before", '`acknowledge` must be "after" or "before".');
  check(allowGet, (value) => typeof value === "boolean", "`allowGet` must be true or false.");
  checkSeconds("deadline", deadline, (value) => value > 0 && value <= 30, "more than 0 and at most 30");
  checkSeconds("ttlSeconds", ttlSeconds, (value) => value > 0 && value < Number.POSITIVE_INFINITY, "more than 0");
  checkSeconds("toleranceSeconds", toleranceSeconds, (value) => value >= 0, "at least 0");
  // A key that is left to the environment is not asked for before the first delivery: builds import handlers without it.
  if (publicKey !== undefined) readPublicKeys(publicKey);
}

function checkHandlers(on: unknown): void {
  if (typeof on !== "object" || on === null) {
    throw invalid("`on` is missing: it has the handlers by the names of their events.");
  }
  const wildcards = new Set(voiceEventNames.map((name: string) => `${name.split(".", 1)[0]}.*`));
  const names: readonly string[] = [...voiceEventNames, ...wildcards, "default"];
  for (const [name, handler] of Object.entries(on)) {
    if (!names.includes(name)) {
      const closest = findClosest(name, names);
      const hint = closest === undefined ? "`default` handles events of other names." : `Did you mean "${closest}"?`;
      throw invalid(`\`on\` has a handler for "${name}", which is no event. ${hint}`);
    }
    check(handler, (value) => typeof value === "function", `The handler for "${name}" must be a function.`);
  }
}

function checkSeconds(name: string, seconds: unknown, isValid: (seconds: number) => boolean, range: string): void {
  const isNumber = (value: unknown) => typeof value === "number" && isValid(value);
  check(seconds, isNumber, `\`${name}\` is in seconds: ${range}.`);
}

function check(value: unknown, isValid: (value: unknown) => boolean, message: string): void {
  if (value !== undefined && !isValid(value)) throw invalid(message);
}

function invalid(message: string): WebhookSetupError {
  return new WebhookSetupError("option-invalid", message);
}
