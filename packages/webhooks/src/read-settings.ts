import { createMemoryStore } from "./create-memory-store.ts";
import type { EventHandlers } from "./event-handlers.ts";
import { logLine } from "./log-line.ts";
import { readPublicKeys } from "./read-public-keys.ts";
import type { TexmlHandlers } from "./texml-handlers.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import type { VerifySettings } from "./verify-options.ts";
import type { WebhookHandlerOptions } from "./webhook-handler-options.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";
import type { WebhookStore } from "./webhook-store.ts";

/** The options of a handler, checked, with their defaults. */
export interface Settings {
  readonly verify: VerifySettings;
  readonly on: EventHandlers;
  readonly texml: TexmlHandlers | undefined;
  readonly methods: readonly string[];
  readonly store: WebhookStore;
  readonly isEarly: boolean;
  readonly deadline: number;
  readonly ttlSeconds: number;
  readonly log: (line: string) => void;
  /** Does not throw. */
  readonly report: (error: unknown, event: ReceivedEvent) => Promise<void>;
}

/** Checks the options of a handler and fills in their defaults. */
export function readSettings(options: WebhookHandlerOptions): Settings {
  const { deadline = 8, log = logLine } = options;
  if (!(deadline > 0 && deadline <= 30)) {
    throw new WebhookSetupError("option-invalid", "`deadline` is in seconds: more than 0 and at most 30.");
  }
  // A key that is left to the environment is not asked for before the first delivery: builds import handlers without it.
  if (options.publicKey !== undefined) readPublicKeys(options.publicKey);
  return {
    verify: { publicKey: options.publicKey, toleranceSeconds: options.toleranceSeconds, now: options.now },
    on: options.on ?? {},
    texml: options.texml,
    methods: options.allowGet === true ? ["POST", "GET"] : ["POST"],
    store: options.store ?? createMemoryStore(),
    isEarly: options.acknowledge === "before",
    deadline,
    ttlSeconds: options.ttlSeconds ?? 86_400,
    log,
    report: createReport(options.onError, log),
  };
}

function createReport(onError: WebhookHandlerOptions["onError"], log: Settings["log"]): Settings["report"] {
  const describe = (error: unknown, { data }: ReceivedEvent) => `webhook ${data.event_type} ${data.id}: ${error}`;
  return async (error, event) => {
    try {
      if (onError === undefined) log(describe(error, event));
      else await onError(error, event);
    } catch (failure) {
      log(describe(failure, event));
    }
  };
}
