import { logLine } from "./log-line.ts";
import type { ReceivedEvent } from "./unknown-event.ts";
import type { WebhookHandlerOptions } from "./webhook-handler-options.ts";

/** Tells of what happens, and never throws, whatever the functions do that are told. */
export interface Reporter {
  readonly log: (line: string) => void;
  /** Settles when `onError` has. */
  readonly report: (error: unknown, event?: ReceivedEvent) => Promise<void>;
}

/** Makes a reporter. A failing `log` reaches `onError`, a failing `onError` the log, and what both fail at the console. */
export function createReporter({ onError, log = logLine }: WebhookHandlerOptions): Reporter {
  const write = async (line: string) => log(line);
  const report = async (error: unknown, event?: ReceivedEvent) => {
    try {
      if (onError === undefined) await write(describe(error, event));
      else await onError(error, event);
    } catch (failure) {
      if (onError === undefined) logLine(describe(error, event));
      await write(describe(failure, event)).catch(() => logLine(describe(failure, event)));
    }
  };
  return { log: (line) => void write(line).catch(report), report };
}

function describe(error: unknown, event: ReceivedEvent | undefined): string {
  return `webhook ${event === undefined ? "not handled" : `${event.data.event_type} ${event.data.id}`}: ${textOf(error)}`;
}

/** Whatever can be thrown is thrown by somebody. */
function textOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "an error that has no text";
  }
}
