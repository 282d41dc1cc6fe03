import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model, Operation, Shape, TexmlAsker } from "../model.ts";

/** What asks for a TeXML callback is in the contract, and what a callback is recognised by is in its schema. */
export function* texmlCallbacks(model: Model): Generator<Diagnostic> {
  const operations = new Map(model.operations.map((operation) => [operation.id, operation]));
  for (const { kind, fields, conditions, askedBy } of model.texmlCallbacks) {
    for (const [index, asker] of askedBy.entries()) {
      const problem = problemOf(model, operations, asker);
      if (problem !== undefined) yield unused(problem, [kind, "askedBy", index]);
    }
    for (const [name, held] of conditions.flatMap((condition) => Object.entries(condition))) {
      if (held === false || fields.some((field) => field.name === name)) continue;
      yield unused(`${kind} is recognised by ${name}, which its schema does not have.`, [kind, "recognisedBy"]);
    }
  }
}

function problemOf(
  model: Model,
  operations: ReadonlyMap<string, Operation>,
  { operation: id, field }: TexmlAsker,
): string | undefined {
  if (id === undefined || field === undefined) return undefined;
  const operation = operations.get(id);
  if (operation === undefined) return `The contract has no operation ${id}.`;
  const shapes = operation.body?.contents.map(({ shape }) => shape) ?? [];
  return shapes.some((shape) => hasField(model, shape, field)) ? undefined : `The body of ${id} has no field ${field}.`;
}

/** Whether a body has a field of this name at its top. */
function hasField(model: Model, shape: Shape, name: string, through: readonly string[] = []): boolean {
  switch (shape.kind) {
    case "structure":
      return shape.fields.some((field) => field.name === name);
    case "union":
      return shape.members.some((member) => hasField(model, member, name, through));
    case "named": {
      const schema = model.schemas.find((one) => one.name === shape.name);
      if (schema === undefined || through.includes(shape.name)) return false;
      return hasField(model, schema.shape, name, [...through, shape.name]);
    }
    default:
      return false;
  }
}

function unused(message: string, keys: readonly (string | number)[]): Diagnostic {
  const place = { file: "specs/texml-callbacks.yaml", pointer: toPointer(["callbacks", ...keys]) };
  return diagnose("texml-callback-unused", message, place);
}
