import type { FieldCondition, FollowingEvent } from "../model.ts";
import type { Trigger, TriggerField } from "../specs.ts";

/** The events that may follow from an operation, whichever way `triggers.yaml` writes them. */
export function followingEvents(
  triggers: readonly Trigger[],
  occasions: Readonly<Record<string, string>>,
): FollowingEvent[] {
  return triggers.map((trigger) => {
    if (typeof trigger === "string") return { name: trigger, when: [], occasion: "" };
    const { event, when = [], occasion = "" } = trigger;
    return {
      name: event,
      when: (isList(when) ? when : [when]).flatMap(conditionsOf),
      occasion: Object.hasOwn(occasions, occasion) ? (occasions[occasion] ?? "") : "",
    };
  });
}

function conditionsOf(field: TriggerField): FieldCondition[] {
  if (typeof field === "string") return [{ field, values: [] }];
  return Object.entries(field).map(([name, value]) => ({ field: name, values: isList(value) ? value : [value] }));
}

/** As `Array.isArray`, which takes no readonly list for one. */
function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
