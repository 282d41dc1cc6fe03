import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Field, Model, Operation, Shape, TexmlAsker } from "../model.ts";
import type { Specs } from "../specs.ts";

/**
 * What asks for a TeXML callback is in the contract, what a callback is recognised by is in its schema, and each field of a
 * TeXML operation that takes an address to call is accounted for.
 */
export function* texmlCallbacks(model: Model, { texml }: Pick<Specs, "texml">): Generator<Diagnostic> {
  const operations = new Map(model.operations.map((operation) => [operation.id, operation]));
  const places = [
    ...model.texmlCallbacks.map(({ kind, askedBy }) => [["callbacks", kind, "askedBy"], askedBy] as const),
    ...texml.withoutSource.map(({ fields = [] }, index) => [["withoutSource", index, "fields"], fields] as const),
  ];
  for (const [keys, askers] of places) {
    for (const [index, asker] of askers.entries()) {
      const problem = problemOf(model, operations, asker);
      if (problem !== undefined) yield unused(problem, [...keys, index]);
    }
  }
  for (const { kind, fields, conditions } of model.texmlCallbacks) {
    for (const [name, held] of conditions.flatMap((condition) => Object.entries(condition))) {
      if (held === false || fields.some((field) => field.name === name)) continue;
      yield unused(`${kind} is recognised by ${name}, which its schema does not have.`, [
        "callbacks",
        kind,
        "recognisedBy",
      ]);
    }
  }
  // Without the file, nothing is said of TeXML at all.
  if (places.length > 0) yield* missing(model, new Set(places.flatMap(([, askers]) => askers.map(nameOf))));
}

function* missing(model: Model, known: ReadonlySet<string>): Generator<Diagnostic> {
  for (const operation of model.operations.filter(({ path }) => /^\/texml\b|^\/texml_/.test(path))) {
    const addresses = fieldsOf(model, operation).filter(({ name, shape }) => {
      return /(?:url|callback)$/i.test(name) && openedShapes(model, shape).some(isText);
    });
    for (const field of new Set(addresses.map(({ name }) => name))) {
      if (known.has(nameOf({ operation: operation.id, field }))) continue;
      const message = `Nothing is said of what is sent to the ${field} of ${operation.id}.`;
      yield diagnose("texml-callback-missing", message, { pointer: operation.pointer });
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
  const isThere = fieldsOf(model, operation).some(({ name }) => name === field);
  return isThere ? undefined : `The body of ${id} has no field ${field}.`;
}

/** The fields that a body has at its top. */
function fieldsOf(model: Model, { body }: Operation): Field[] {
  const shapes = (body?.contents ?? []).flatMap(({ shape }) => openedShapes(model, shape));
  return shapes.flatMap((shape) => (shape.kind === "structure" ? shape.fields : []));
}

/** What a shape comes to, less references and unions, which may lead back to themselves. */
function openedShapes(model: Model, shape: Shape, through: readonly string[] = []): Shape[] {
  if (shape.kind === "union") return shape.members.flatMap((member) => openedShapes(model, member, through));
  if (shape.kind !== "named") return [shape];
  const schema = model.schemas.find((one) => one.name === shape.name);
  if (schema === undefined || through.includes(shape.name)) return [];
  return openedShapes(model, schema.shape, [...through, shape.name]);
}

function isText(shape: Shape): boolean {
  return shape.kind === "scalar" && shape.type === "string";
}

function nameOf({ operation, field }: TexmlAsker): string {
  return `${operation} ${field}`;
}

function unused(message: string, keys: readonly (string | number)[]): Diagnostic {
  return diagnose("texml-callback-unused", message, {
    file: "specs/texml-callbacks.yaml",
    pointer: toPointer(keys),
  });
}
