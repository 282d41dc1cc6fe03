import type { EventHandler, EventHandlers } from "./event-handlers.ts";
import type { ReceivedEvent } from "./unknown-event.ts";

/** The handler for an event of that name: its own, else its wildcard's, else the default one, where there is one. */
export function chooseHandler(on: EventHandlers, name: string): EventHandler<ReceivedEvent> | undefined {
  return own(on, name) ?? own(on, `${name.split(".", 1)[0]}.*`) ?? own(on, "default");
}

/** Names come from outside: one such as "constructor" must not reach what all objects have. */
function own(on: EventHandlers, key: string): EventHandler<ReceivedEvent> | undefined {
  return Object.hasOwn(on, key) ? (on[key as keyof EventHandlers] as EventHandler<ReceivedEvent>) : undefined;
}
