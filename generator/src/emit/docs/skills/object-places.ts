import type { NamedSchema } from "../../../model.ts";
import type { FieldPlaces } from "../links-of.ts";
import { schemaNamed } from "../schema-named.ts";
import { fieldsOf } from "./fields-of.ts";
import type { SkillSubject } from "./skill-subject.ts";

/**
 * The page of objects while it comes about: what the other pages refer to is told there, once, however many operations take
 * it. Opened in each of their tables it would fill most of them.
 */
export class ObjectPlaces {
  readonly #subject: SkillSubject;
  readonly #page: string;
  readonly #wanted = new Map<string, NamedSchema>();

  constructor(subject: SkillSubject, page: string) {
    this.#subject = subject;
    this.#page = page;
  }

  /** The link to a schema that has fields. */
  readonly place: FieldPlaces = (name) => {
    const { model } = this.#subject;
    const schema = this.#wanted.get(name) ?? schemaNamed(model, name);
    if (schema === undefined || fieldsOf(model, schema.shape).length === 0) return undefined;
    this.#wanted.set(name, schema);
    return `[${schema.typeName}](${this.#page}#${schema.typeName.toLowerCase()})`;
  };

  /** Everything that was referred to, by name; what one object refers to in turn is among it. */
  all(tell: (schema: NamedSchema) => string): string[] {
    const told = new Map<string, string>();
    // The map grows while it is walked.
    for (const schema of this.#wanted.values()) told.set(schema.typeName, tell(schema));
    return [...told].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, text]) => text);
  }
}
