import type { OpenApiDocument, Schema } from "../../src/document/openapi.ts";
import { resolve } from "../../src/document/resolve.ts";

/** The JSON types of each field below a schema, by the way to it: `a.b`, `a[].b`, `a.*.b`. The value itself is ``. */
export type Fields = Map<string, Set<string>>;

/** Reads a schema of the document afresh, so that what the model made of it can be held against it. */
export function schemaFields(document: OpenApiDocument, schema: Schema | undefined, path = ""): Fields {
  const fields: Fields = new Map();
  gather(document, fields, schema, path, []);
  return fields;
}

function gather(
  document: OpenApiDocument,
  fields: Fields,
  given: Schema | undefined,
  path: string,
  through: readonly string[],
): void {
  const reference = given?.$ref;
  if (given === undefined || (reference !== undefined && through.includes(reference))) return;
  const schema = resolve<Schema>(document, given) ?? {};
  const way = reference === undefined ? through : [...through, reference];
  const types = fields.get(path) ?? new Set();
  fields.set(path, types);
  for (const type of typesOf(schema)) types.add(type);
  for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    gather(document, fields, part as Schema, path, way);
  }
  for (const [name, field] of Object.entries<Schema | boolean>(schema.properties ?? {})) {
    // A field of that schema must not be there.
    if (field === false) continue;
    gather(document, fields, field as Schema, path === "" ? name : `${path}.${name}`, way);
  }
  gather(document, fields, schema.items as Schema | undefined, `${path}[]`, way);
  const rest = schema.additionalProperties;
  if (typeof rest === "object") gather(document, fields, rest as Schema, `${path}.*`, way);
}

function typesOf(schema: Schema): string[] {
  const values = "const" in schema ? [schema.const] : schema.enum;
  if (values !== undefined) return values.map(typeOfValue);
  if (schema.type !== undefined) return [schema.type].flat();
  return schema.properties === undefined ? [] : ["object"];
}

/** The JSON type of a value; a whole number counts as `number`. */
export function typeOfValue(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
