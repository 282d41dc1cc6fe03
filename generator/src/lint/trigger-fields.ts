import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Field, FieldCondition, Model, Shape } from "../model.ts";

/** What a trigger asks of a request, the request may have: the field is there, and takes the values. */
export function* triggerFields(model: Model): Generator<Diagnostic> {
  const schemas = new Map(model.schemas.map(({ name, shape }) => [name, shape]));
  for (const { id, body, events } of model.operations) {
    const bodies = (body?.contents ?? []).map(({ shape }) => shape);
    for (const [index, { when }] of events.entries()) {
      for (const message of when.flatMap((condition) => problems(schemas, bodies, id, condition))) {
        const place = { file: "specs/triggers.yaml", pointer: toPointer([id, index, "when"]) };
        yield diagnose("trigger-field-unknown", message, place);
      }
    }
  }
}

type Schemas = ReadonlyMap<string, Shape>;

function problems(schemas: Schemas, bodies: readonly Shape[], id: string, { field, values }: FieldCondition): string[] {
  const found = field.split(".").reduce((shapes, name) => shapesOf(schemas, shapes, name), bodies);
  if (found.length === 0) return [`The request of ${id} has no field ${field}.`];
  const shapes = found.flatMap((shape) => opened(schemas, shape));
  const refused = values.filter((value) => !shapes.some((shape) => allows(shape, value)));
  return refused.map((value) => `The field ${field} of ${id} does not take ${JSON.stringify(value)}.`);
}

/** What the fields of that name may hold. */
function shapesOf(schemas: Schemas, shapes: readonly Shape[], name: string): Shape[] {
  const fields = shapes
    .flatMap((shape) => opened(schemas, shape))
    .flatMap((shape): readonly Field[] => (shape.kind === "structure" ? shape.fields : []));
  return fields.filter((field) => field.name === name).map(({ shape }) => shape);
}

/** What a shape comes to, less references and unions, which may lead back to themselves. */
function opened(schemas: Schemas, shape: Shape, visited = new Set<string>()): Shape[] {
  if (shape.kind === "union") return shape.members.flatMap((member) => opened(schemas, member, visited));
  if (shape.kind !== "named") return [shape];
  const target = visited.has(shape.name) ? undefined : schemas.get(shape.name);
  visited.add(shape.name);
  return target === undefined ? [] : opened(schemas, target, visited);
}

function allows(shape: Shape, value: unknown): boolean {
  if (shape.kind === "anything") return true;
  if (shape.kind === "literals") return shape.isOpen === true || shape.values.includes(value);
  return shape.kind === "scalar" && (shape.type === "integer" ? Number.isInteger(value) : typeof value === shape.type);
}
