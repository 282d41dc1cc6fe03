import type { Field, Model, Shape } from "../../../model.ts";
import { schemaNamed } from "../schema-named.ts";

/** The fields that a value has at its top: of alternatives all, and required only where each alternative requires it. */
export function fieldsOf(model: Model, shape: Shape | undefined, through: readonly string[] = []): readonly Field[] {
  switch (shape?.kind) {
    case "structure":
      return shape.fields;
    case "named":
      if (through.includes(shape.name)) return [];
      return fieldsOf(model, schemaNamed(model, shape.name)?.shape, [...through, shape.name]);
    case "union":
      return merged(shape.members.map((member) => fieldsOf(model, member, through)));
    default:
      return [];
  }
}

function merged(alternatives: readonly (readonly Field[])[]): Field[] {
  const fields = new Map<string, Field>();
  for (const field of alternatives.flat()) {
    const required = alternatives.every((own) => own.some(({ name, required }) => name === field.name && required));
    if (!fields.has(field.name)) fields.set(field.name, { ...field, required });
  }
  return [...fields.values()];
}
