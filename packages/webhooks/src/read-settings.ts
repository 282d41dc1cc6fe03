import { checkOptions } from "./check-options.ts";
import { checkStore } from "./check-store.ts";
import { createMemoryStore } from "./create-memory-store.ts";
import { createReporter, type Reporter } from "./create-reporter.ts";
import type { Work } from "./deliver-once.ts";
import type { EventHandlers } from "./event-handlers.ts";
import type { TexmlHandlers } from "./texml-handlers.ts";
import type { VerifySettings } from "./verify-options.ts";
import type { WebhookHandlerOptions } from "./webhook-handler-options.ts";
import type { WebhookStore } from "./webhook-store.ts";

/** The options of a handler, checked, with their defaults. */
export interface Settings extends Reporter {
  readonly verify: VerifySettings;
  readonly on: EventHandlers;
  readonly texml: TexmlHandlers | undefined;
  readonly methods: readonly string[];
  readonly store: WebhookStore;
  /** What this handler has in work, by the id of the event. */
  readonly inWork: Map<string, Work>;
  readonly isEarly: boolean;
  readonly deadline: number;
  readonly ttlSeconds: number;
}

/**
 * Checks the options of a handler and fills in their defaults.
 *
 * @throws {WebhookSetupError} where an option is not as it must be
 */
export function readSettings(options: WebhookHandlerOptions): Settings {
  checkOptions(options);
  return {
    ...createReporter(options),
    verify: { publicKey: options.publicKey, toleranceSeconds: options.toleranceSeconds, now: options.now },
    on: options.on ?? {},
    texml: options.texml,
    methods: options.allowGet === true ? ["POST", "GET"] : ["POST"],
    store: checkStore(options.store === undefined ? createMemoryStore() : options.store),
    inWork: new Map(),
    isEarly: options.acknowledge === "before",
    deadline: options.deadline ?? 1.5,
    ttlSeconds: options.ttlSeconds ?? 86_400,
  };
}
