import type { Direction } from "../../../src/diff/change.ts";
import type { OpenApiDocument, PathItem, Schema } from "../../../src/document/openapi.ts";
import { isObject, isReference, methods } from "../../../src/document/openapi.ts";
import { resolve } from "../../../src/document/resolve.ts";

/** A schema of a document, where it stands, and the ways that its values travel. */
export interface SchemaPlace {
  readonly keys: readonly string[];
  readonly schema: Schema;
  readonly directions: ReadonlySet<Direction>;
}

/** Finds every schema that a value has to comply with, less the members of alternatives, which are matched by their form. */
export function schemaPlaces(document: OpenApiDocument): readonly SchemaPlace[] {
  const found = new Map<object, { keys: readonly string[]; schema: Schema; directions: Set<Direction> }>();
  const visit = (given: unknown, keys: readonly string[], direction: Direction, isMember = false): void => {
    if (!isObject(given)) return;
    if (isReference(given)) {
      const target = given.$ref.slice(2).split("/");
      visit(resolve(document, given), target, direction);
      return;
    }
    const schema = given as Schema;
    const known = found.get(schema) ?? { keys, schema, directions: new Set<Direction>() };
    if (known.directions.has(direction)) return;
    known.directions.add(direction);
    if (!isMember) found.set(schema, known);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      // What tells members apart stays as it is.
      if (!isMember || (inner.enum ?? []).length !== 1) visit(inner, [...keys, "properties", name], direction);
    }
    visit(schema.items, [...keys, "items"], direction);
    visit(schema.additionalProperties, [...keys, "additionalProperties"], direction);
    for (const list of ["oneOf", "anyOf"] as const) {
      schema[list]?.forEach((member, index) => {
        visit(member, [...keys, list, String(index)], direction, !isReference(member));
      });
    }
  };
  const content = (holder: unknown, keys: readonly string[], direction: Direction) => {
    const whole = resolve<{ content?: Record<string, { schema?: Schema }> }>(document, holder as object);
    const at = isReference(holder) ? holder.$ref.slice(2).split("/") : keys;
    for (const [type, media] of Object.entries(whole?.content ?? {})) {
      visit(media.schema, [...at, "content", type, "schema"], direction);
    }
  };
  const parameters = (list: unknown, keys: readonly string[], direction: Direction) => {
    for (const [index, entry] of Object.entries((list ?? []) as object[])) {
      const at = isReference(entry) ? entry.$ref.slice(2).split("/") : [...keys, index];
      visit(resolve<{ schema?: Schema }>(document, entry)?.schema, [...at, "schema"], direction);
    }
  };
  const item = (given: PathItem, keys: readonly string[], sent: Direction, answered?: Direction) => {
    parameters(given.parameters, [...keys, "parameters"], sent);
    for (const method of methods) {
      const object = given[method];
      if (object === undefined) continue;
      parameters(object.parameters, [...keys, method, "parameters"], sent);
      content(object.requestBody, [...keys, method, "requestBody"], sent);
      for (const [status, response] of Object.entries(answered === undefined ? {} : (object.responses ?? {}))) {
        if (answered !== undefined) content(response, [...keys, method, "responses", status], answered);
      }
    }
  };
  for (const [path, given] of Object.entries(document.paths)) item(given, ["paths", path], "request", "response");
  for (const [key, given] of Object.entries(document.webhooks ?? {})) item(given, ["webhooks", key], "webhook");
  return [...found.values()];
}
