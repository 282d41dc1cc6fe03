import type { Event, Family, Model, Operation, TexmlCallback } from "../../../model.ts";
import type { Words } from "../words/words.ts";

/** What the skills of a family are about, in one natural language and in each programming language the same. */
export interface SkillSubject {
  readonly model: Model;
  readonly words: Words;
  readonly family: Family;
  readonly operations: readonly Operation[];
  /** The family's own events, then those of other families that its operations lead to. */
  readonly events: readonly Event[];
  /** All forms of TeXML, where an operation of the family asks for one: documents ask for the others. */
  readonly texml: readonly TexmlCallback[];
}

/** A skill is used without its neighbours, so it has each event that its operations may lead to. */
export function skillSubject(model: Model, words: Words, family: Family): SkillSubject {
  const operations = model.operations.filter((operation) => operation.family === family.name);
  const triggered = new Set(operations.flatMap((operation) => operation.events.map(({ name }) => name)));
  const own = model.events.filter((event) => event.family === family.name);
  const others = model.events.filter((event) => event.family !== family.name && triggered.has(event.name));
  const ids = new Set(operations.map(({ id }) => id));
  const isAsked = model.texmlCallbacks.some(({ askedBy }) => askedBy.some(({ operation = "" }) => ids.has(operation)));
  const texml = isAsked ? model.texmlCallbacks : [];
  return { model, words, family, operations, events: [...own, ...others], texml };
}
