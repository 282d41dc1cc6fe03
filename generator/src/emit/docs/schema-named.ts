import type { Model, NamedSchema } from "../../model.ts";

const indexes = new WeakMap<Model, ReadonlyMap<string, NamedSchema>>();

/** The schema of a name; a table asks for thousands of them. */
export function schemaNamed(model: Model, name: string): NamedSchema | undefined {
  let index = indexes.get(model);
  if (index === undefined) {
    index = new Map(model.schemas.map((schema) => [schema.name, schema]));
    indexes.set(model, index);
  }
  return index.get(name);
}
