import type { EventHandler, EventHandlers } from "./event-handlers.ts";
import type { ReceivedEvent } from "./unknown-event.ts";

/** The handler for an event of that name: its own, else its wildcard's, else the default one, where there is one. */
export function chooseHandler(on: EventHandlers, name: string): EventHandler<ReceivedEvent> | undefined {
  for (const key of [name, `${name.split(".", 1)[0]}.*`, "default"]) {
    // Names come from outside: one such as "constructor" must not reach what all objects have.
    const handler = Object.hasOwn(on, key) ? on[key as keyof EventHandlers] : undefined;
    if (handler !== undefined) return handler as EventHandler<ReceivedEvent>;
  }
  return undefined;
}
