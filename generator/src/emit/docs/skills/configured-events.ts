import type { FollowingEvent, Operation } from "../../../model.ts";
import { fieldsOf } from "./fields-of.ts";
import type { SkillSubject } from "./skill-subject.ts";

/**
 * The events of other families that come only where a request has an object for them, such as the settings of a conference.
 * What is set up so has a skill of its own, and a skill that told all of it would be too long to read.
 */
export function configuredEvents({ model, family, operations, events }: SkillSubject): ReadonlySet<string> {
  const needed = new Set(
    operations.flatMap((operation) =>
      operation.events.filter((event) => !isConfigured(model, operation, event)).map(({ name }) => name),
    ),
  );
  const others = events.filter((event) => event.family !== family.name && !needed.has(event.name));
  return new Set(others.map(({ name }) => name));
}

function isConfigured(model: SkillSubject["model"], { body }: Operation, { when }: FollowingEvent): boolean {
  const fields = fieldsOf(model, body?.contents[0]?.shape);
  const objects = fields.filter(({ shape }) => fieldsOf(model, shape).length > 0).map(({ name }) => name);
  return when.length > 0 && when.every(({ field, values }) => values.length === 0 && objects.includes(field));
}
