import type { OpenApiDocument, Schema } from "../../../src/document/openapi.ts";
import { isObject, isReference } from "../../../src/document/openapi.ts";
import type { SchemaPlace } from "./places.ts";

/** Chooses among things, the same way in each run. */
export type Choose = (count: number) => number;

/** Another order of the keys of every object, of `required`, `enum`, parameters, types and alternatives. */
export function reordered(value: unknown, choose: Choose, under = ""): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => reordered(item, choose));
    return ["required", "enum", "parameters", "type", "oneOf", "anyOf", "tags"].includes(under)
      ? shuffled(items, choose)
      : items;
  }
  if (!isObject(value)) return value;
  // The first media type is the one that methods take, and servers are told by the first.
  const keys = under === "content" ? Object.keys(value) : shuffled(Object.keys(value), choose);
  return Object.fromEntries(keys.map((key) => [key, reordered(value[key], choose, key)]));
}

function shuffled<Item>(items: readonly Item[], choose: Choose): Item[] {
  const left = [...items];
  return items.flatMap(() => left.splice(choose(left.length), 1));
}

/** The schema that a reference stands for in its place, unless it leads to itself. */
export function inlined(document: OpenApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1) ?? "";
  return structuredClone(document.components?.schemas?.[name] ?? schema);
}

/** All references of a document that stand for component schemas. */
export function references(document: OpenApiDocument): Schema[] {
  const found: Schema[] = [];
  const look = (value: unknown, under: string) => {
    if (isReference(value) && value.$ref.startsWith("#/components/schemas/") && under !== "mapping")
      found.push(value as Schema);
    else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, key);
  };
  look(document.paths, "");
  look(document.components, "");
  return found;
}

/** Ways to write a schema otherwise that mean the same on the wire. */
export const rewritings: readonly {
  readonly name: string;
  readonly isApplicable: (schema: Schema) => boolean;
  readonly rewrite: (schema: Schema) => Schema;
}[] = [
  { name: "as the only part of allOf", isApplicable: () => true, rewrite: (schema) => ({ allOf: [schema] }) },
  {
    name: "as the only alternative",
    isApplicable: ({ oneOf }) => oneOf === undefined,
    rewrite: (schema) => ({ oneOf: [schema] }),
  },
  {
    name: "as the only one of anyOf",
    isApplicable: ({ oneOf }) => oneOf === undefined,
    rewrite: (schema) => ({ anyOf: [schema] }),
  },
  {
    name: "with null as an alternative, not a type",
    isApplicable: (schema) => Array.isArray(schema.type) && schema.type.includes("null") && schema.enum === undefined,
    rewrite: (schema) => {
      const types = [schema.type].flat().filter((type): type is string => type !== "null" && type !== undefined);
      return { oneOf: [{ ...schema, type: types.length === 1 ? (types[0] ?? "") : types }, { type: "null" }] };
    },
  },
  {
    name: "with anyOf in place of oneOf",
    isApplicable: ({ oneOf }) => oneOf !== undefined,
    rewrite: ({ oneOf = [], ...rest }) => ({ ...rest, anyOf: oneOf }),
  },
  {
    name: "with a list of one type",
    isApplicable: ({ type }) => typeof type === "string",
    rewrite: (schema) => ({ ...schema, type: [schema.type].flat().filter((type) => type !== undefined) }),
  },
  {
    name: "with a const in place of one value",
    isApplicable: (schema) => schema.enum?.length === 1,
    rewrite: ({ enum: values = [], ...rest }) => ({ ...rest, const: values[0] }),
  },
  {
    name: "with alternatives of one value each",
    isApplicable: (schema) => (schema.enum?.length ?? 0) > 1 && schema.enum?.includes(null) === false,
    rewrite: ({ enum: values = [], ...rest }) => ({ ...rest, oneOf: values.map((value) => ({ const: value })) }),
  },
  {
    name: "with the limit that is just out of reach",
    isApplicable: ({ type, minimum }) => type === "integer" && minimum !== undefined,
    rewrite: ({ minimum = 0, ...rest }) => ({ ...rest, exclusiveMinimum: minimum - 1 }),
  },
  {
    name: "with marks that say nothing",
    isApplicable: ({ properties }) => properties !== undefined,
    rewrite: (schema) => ({ ...schema, required: schema.required ?? [], deprecated: schema.deprecated ?? false }),
  },
];

/** Replaces the schema of a place by another, in place. */
export function replace(schema: Schema, by: Schema): void {
  const copy = structuredClone(by);
  for (const key of Object.keys(schema)) delete schema[key as keyof Schema];
  Object.assign(schema, copy);
}

/** What a component may be made of: an object that stands where it is used. */
export function isInlineObject({ schema, keys }: SchemaPlace): boolean {
  return schema.properties !== undefined && keys[0] === "components" && keys.length > 3;
}
