import { type AheadOfUpstream, isObject, type Schema } from "../document/openapi.ts";
import { componentName, resolve } from "../document/resolve.ts";
import type { Field, Limits, Scalar, Shape } from "../model.ts";
import { withChoices } from "./choice.ts";

const nothing: Shape = { kind: "scalar", type: "null", limits: {} };

/** The references that were followed on the way to a schema: one of them leads round in a circle and is not followed. */
type Trail = readonly string[];

/** Reduces a schema to a shape. The root is the document that its references are looked up in. */
export function toShape(root: object, schema: Schema | boolean | undefined, trail: Trail = []): Shape {
  if (!isObject(schema)) return { kind: "anything" };
  const { $ref } = schema as Schema;
  if ($ref !== undefined) return referenceShape(root, $ref, trail);
  const own = ownShape(root, schema as Schema, trail);
  return isNullable(schema as Schema) ? withNull(own) : own;
}

function referenceShape(root: object, reference: string, trail: Trail): Shape {
  const name = componentName(reference);
  if (name !== undefined) return { kind: "named", name };
  if (trail.includes(reference)) return { kind: "anything" };
  return toShape(root, resolve<Schema>(root, { $ref: reference }), [...trail, reference]);
}

function ownShape(root: object, schema: Schema, trail: Trail): Shape {
  if (schema.const !== undefined) return { kind: "literals", values: [schema.const] };
  if (schema.enum !== undefined) {
    const values = schema.enum.filter((value) => value !== null);
    return { kind: "literals", values, ...(schema["x-open-enum"] === true && { isOpen: true }) };
  }
  if (schema.allOf !== undefined) return composedShape(root, schema, trail);
  const members = schema.oneOf ?? schema.anyOf;
  if (members !== undefined && schema.properties === undefined) {
    return union(members.map((member) => toShape(root, member, trail)));
  }
  return typedShape(root, schema, trail);
}

/** A schema of one part is that part; of several, a structure of all their fields. */
function composedShape(root: object, schema: Schema, trail: Trail): Shape {
  const parts = schema.allOf ?? [];
  if (parts.length === 1 && schema.properties === undefined && schema.required === undefined)
    return toShape(root, parts[0], trail);
  const fields = new Map(fieldsOf(root, schema, trail).map((field) => [field.name, field]));
  return { kind: "structure", fields: [...fields.values()] };
}

function typedShape(root: object, schema: Schema, trail: Trail): Shape {
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter((type) => type !== "null");
  const [type, ...more] = types;
  if (more.length > 0) return union(types.map((one) => typedShape(root, { ...schema, type: one as string }, trail)));
  switch (type) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
      return scalar(schema, type);
    case "array":
      return { kind: "list", items: toShape(root, schema.items, trail), limits: limitsOf(schema) };
    case undefined:
      return schema.properties === undefined ? untyped(schema) : structure(root, schema, trail);
    default:
      return structure(root, schema, trail);
  }
}

/** A schema without `type` still tells its kind where it has keywords of one kind only. */
function untyped(schema: Schema): Shape {
  if (schema.type !== undefined) return nothing;
  if (schema.pattern !== undefined || schema.maxLength !== undefined) return scalar(schema, "string");
  return { kind: "anything" };
}

function scalar(schema: Schema, type: Scalar["type"]): Shape {
  const format = schema.format === undefined ? {} : { format: schema.format };
  return { kind: "scalar", type, ...format, limits: limitsOf(schema) };
}

function structure(root: object, schema: Schema, trail: Trail): Shape {
  const fields = fieldsOf(root, schema, trail);
  const rest = schema.additionalProperties;
  if (rest === undefined || rest === false) return { kind: "structure", fields };
  return { kind: "structure", fields, rest: toShape(root, rest, trail) };
}

/** The fields of an object schema, those of its `allOf` parts first, less those that must not be there. */
export function fieldsOf(root: object, schema: Schema, trail: Trail = []): Field[] {
  const inherited = (schema.allOf ?? []).flatMap((part) => {
    const reference = part.$ref;
    if (reference !== undefined && trail.includes(reference)) return [];
    const resolved = resolve<Schema>(root, part);
    return resolved === undefined ? [] : fieldsOf(root, resolved, reference ? [...trail, reference] : trail);
  });
  const required = new Set(schema.required);
  const own = Object.entries(schema.properties ?? {})
    .filter(([, property]) => (property as unknown) !== false)
    .map(([name, property]) => toField(root, name, required.has(name), property, trail));
  const all = inherited.map((field) => ({ ...field, required: field.required || required.has(field.name) }));
  return withChoices([...all, ...own], [schema, ...(schema.allOf ?? [])]);
}

/** A field of a schema's shape, with the default and the text of the schema or of what it refers to. */
export function toField(root: object, name: string, required: boolean, schema: Schema, trail: Trail = []): Field {
  const target = resolve<Schema>(root, schema);
  const value = isObject(schema) && schema.default !== undefined ? schema.default : target?.default;
  return {
    name,
    required,
    deprecated: schema.deprecated === true || target?.deprecated === true,
    text: typeof schema.description === "string" ? schema.description : "",
    ...onlyInSdk(schema),
    ...(schema["x-unseen"] === true && { isUnseen: true }),
    ...(value === undefined ? {} : { default: value }),
    shape: toShape(root, schema, trail),
  };
}

/** Which SDK has what the published document has not, as the model says it; nothing where the document has it. */
export function onlyInSdk(object: { readonly "x-ahead-of-upstream"?: AheadOfUpstream }): { onlyInSdk?: string } {
  const ahead = object["x-ahead-of-upstream"];
  return ahead === undefined ? {} : { onlyInSdk: ahead.sdk };
}

const limitKeywords = [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems"],
] as const;

function limitsOf(schema: Schema): Limits {
  const limits: Record<string, number | string | boolean> = {};
  for (const keyword of limitKeywords) {
    const value = schema[keyword as keyof Schema];
    if (typeof value === "number" || typeof value === "string" || value === true) limits[keyword] = value;
  }
  return limits;
}

function isNullable(schema: Schema): boolean {
  return (Array.isArray(schema.type) && schema.type.includes("null")) || (schema.enum?.includes(null) ?? false);
}

function withNull(shape: Shape): Shape {
  return union([shape, nothing]);
}

/** A union of unions is one union; a union of one is its member. */
function union(members: readonly Shape[]): Shape {
  const flat = members.flatMap((member) => (member.kind === "union" ? member.members : [member]));
  const distinct = new Map(flat.map((member) => [JSON.stringify(member), member]));
  const [only, ...more] = distinct.values();
  return only !== undefined && more.length === 0 ? only : { kind: "union", members: [...distinct.values()] };
}
