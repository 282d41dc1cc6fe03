import type { ChangeKind } from "../../../src/diff/catalogue.ts";
import type { Schema } from "../../../src/document/openapi.ts";
import type { Draft } from "../../small-specs.ts";

/** One change of a schema: where it can be made, making it, and the one kind that has to be told of it. */
export interface ValueMutation {
  readonly name: string;
  readonly kind: ChangeKind;
  readonly isApplicable: (schema: Schema) => boolean;
  readonly mutate: (schema: Draft<Schema>) => void;
  /** What is told with the sides swapped, where that is not the mirror. */
  readonly back?: ChangeKind;
}

type Is = (schema: Schema) => boolean;

const isA =
  (type: string): Is =>
  (schema) =>
    schema.type === type && schema.oneOf === undefined && schema.anyOf === undefined;
const lacks =
  (type: string, ...keywords: readonly (keyof Schema)[]): Is =>
  (schema) =>
    isA(type)(schema) && keywords.every((keyword) => schema[keyword] === undefined);
const has =
  (keyword: keyof Schema): Is =>
  (schema) =>
    schema[keyword] !== undefined;
const isPlain = lacks("string", "enum", "const");
const isListed: Is = (schema) => isA("string")(schema) && (schema.enum ?? []).length > 1;
const isMap: Is = (schema) => isA("object")(schema) && typeof schema.additionalProperties === "object";
const kindsOf = (schema: Draft<Schema>) => schema.oneOf ?? schema.anyOf ?? [];
const hasKinds: Is = (schema) => kindsOf(schema).length > 1 && kindsOf(schema).every(({ $ref }) => $ref);
const isToldApart: Is = (schema) => hasKinds(schema) && schema.discriminator !== undefined;
const namesOf = (schema: Schema) => Object.keys(schema.properties ?? {});
const optional = (schema: Schema) => namesOf(schema).filter((name) => schema.required?.includes(name) !== true);
const required = (schema: Schema) => namesOf(schema).filter((name) => schema.required?.includes(name) === true);

/** Sets keywords of a schema, or takes away what is undefined. */
const set = (more: Record<string, unknown>) => (schema: Draft<Schema>) => {
  Object.assign(schema, structuredClone(more));
  for (const [key, value] of Object.entries(more)) if (value === undefined) delete schema[key as keyof Schema];
};
const mutation = (name: string, kind: ChangeKind, isApplicable: Is, mutate: ValueMutation["mutate"]): ValueMutation => {
  return { name, kind, isApplicable, mutate };
};
const limit = (keyword: keyof Schema, type: string, value: unknown) =>
  mutation(`${keyword} set`, "limit-tightened", lacks(type, keyword, "enum"), set({ [keyword]: value }));
const moved = (keyword: "maxLength" | "minLength" | "maximum" | "minimum", step: number, kind: ChangeKind) =>
  mutation(`${keyword} moved by ${step}`, kind, has(keyword), (schema) => {
    schema[keyword] = Number(schema[keyword]) + step;
  });

const typeMutations = [
  mutation("null added", "became-nullable", isA("string"), set({ type: ["string", "null"] })),
  mutation(
    "null added to alternatives",
    "became-nullable",
    hasKinds,
    (schema) => void kindsOf(schema).push({ type: "null" }),
  ),
  mutation("string made integer", "type-changed", isPlain, set({ type: "integer" })),
  mutation(
    "object made list",
    "type-changed",
    lacks("object", "properties", "additionalProperties"),
    set({ type: "array" }),
  ),
  mutation("integer besides string", "type-widened", isPlain, set({ type: ["string", "integer"] })),
  mutation("type taken away", "type-removed", isPlain, set({ type: undefined })),
  mutation("integer made number", "number-widened", isA("integer"), set({ type: "number" })),
  mutation("number made integer", "number-narrowed", isA("number"), set({ type: "integer" })),
  mutation("enum value added", "enum-value-added", isListed, (schema) => void schema.enum?.push("another")),
  mutation("enum value removed", "enum-value-removed", isListed, (schema) => void schema.enum?.pop()),
  mutation("enum added", "enum-added", isPlain, set({ enum: ["a", "b"] })),
  mutation("const added", "enum-added", isPlain, set({ const: "a" })),
  mutation("enum removed", "enum-removed", isListed, set({ enum: undefined, "x-open-enum": undefined })),
  mutation(
    "enum opened",
    "enum-opened",
    (schema) => isListed(schema) && !schema["x-open-enum"],
    set({ "x-open-enum": true }),
  ),
  mutation(
    "alternative added",
    "alternative-added",
    hasKinds,
    (schema) => void kindsOf(schema).push({ type: "boolean" }),
  ),
  mutation(
    "alternative removed",
    "alternative-removed",
    (schema) => hasKinds(schema) && kindsOf(schema).length > 2 && schema.discriminator === undefined,
    (schema) => void kindsOf(schema).pop(),
  ),
  mutation(
    "string made alternatives",
    "alternative-added",
    lacks("string", "enum", "default", "format", "description"),
    (schema) => {
      const own = { ...schema };
      for (const key of Object.keys(own)) delete schema[key as keyof Schema];
      schema.oneOf = [own, { type: "array", items: { type: "boolean" } }];
    },
  ),
  mutation("discriminator removed", "discriminator-removed", isToldApart, set({ discriminator: undefined })),
  mutation(
    "discriminator added",
    "discriminator-added",
    (schema) => hasKinds(schema) && !isToldApart(schema),
    set({ discriminator: { propertyName: "kind" } }),
  ),
  mutation("discriminator by another field", "discriminator-changed", isToldApart, (schema) => {
    if (schema.discriminator !== undefined) schema.discriminator.propertyName = "another";
  }),
];

const keywordMutations = [
  mutation("format added", "format-added", lacks("string", "format", "enum"), set({ format: "uuid" })),
  mutation("format changed", "format-changed", has("format"), set({ format: "another" })),
  mutation("format removed", "format-removed", has("format"), set({ format: undefined })),
  mutation("pattern added", "pattern-added", lacks("string", "pattern", "enum"), set({ pattern: "^a" })),
  mutation("pattern changed", "pattern-changed", has("pattern"), set({ pattern: "^another" })),
  mutation("pattern removed", "pattern-removed", has("pattern"), set({ pattern: undefined })),
  mutation("default added", "default-added", lacks("string", "default"), set({ default: "another" })),
  mutation("default changed", "default-changed", has("default"), set({ default: "another" })),
  mutation("default removed", "default-removed", has("default"), set({ default: undefined })),
  mutation("default null", "default-added", lacks("integer", "default"), set({ default: null })),
  mutation("read-only", "became-read-only", isA("string"), set({ readOnly: true })),
  mutation("write-only", "became-write-only", isA("string"), set({ writeOnly: true })),
  mutation(
    "deprecated",
    "deprecated",
    (schema) => isA("string")(schema) && schema.deprecated !== true,
    set({ deprecated: true }),
  ),
  mutation("described otherwise", "text-changed", isA("string"), set({ description: "Another text" })),
  mutation("not added", "constraint-changed", isPlain, set({ not: { pattern: "^a" } })),
  mutation("encoding added", "constraint-changed", isPlain, set({ contentEncoding: "base64" })),
  mutation("names of fields limited", "constraint-changed", isA("object"), set({ propertyNames: { maxLength: 3 } })),
];

const limitMutations = [
  limit("maxLength", "string", 3),
  limit("minLength", "string", 3),
  limit("maximum", "integer", 3),
  limit("minimum", "integer", 3),
  limit("exclusiveMaximum", "integer", 3),
  limit("exclusiveMinimum", "integer", 3),
  limit("multipleOf", "integer", 3),
  limit("maxItems", "array", 3),
  limit("minItems", "array", 3),
  limit("uniqueItems", "array", true),
  limit("maxProperties", "object", 3),
  limit("minProperties", "object", 3),
  moved("maxLength", 1, "limit-loosened"),
  moved("maxLength", -1, "limit-tightened"),
  moved("maximum", 1, "limit-loosened"),
  moved("maximum", -1, "limit-tightened"),
  moved("minimum", 1, "limit-tightened"),
  moved("minimum", -1, "limit-loosened"),
];

const fieldMutations: readonly ValueMutation[] = [
  mutation("field added", "property-added", isA("object"), (schema) => {
    schema.properties = { ...schema.properties, another: { type: "string" } };
  }),
  mutation("required field added", "required-property-added", isA("object"), (schema) => {
    schema.properties = { ...schema.properties, another: { type: "string" } };
    schema.required = [...(schema.required ?? []), "another"];
  }),
  mutation(
    "optional field removed",
    "property-removed",
    (schema) => optional(schema).some((name) => name !== "command_id"),
    (schema) => {
      delete schema.properties?.[
        optional(schema)
          .filter((name) => name !== "command_id")
          .at(-1) ?? ""
      ];
    },
  ),
  {
    ...mutation(
      "required field removed",
      "property-removed",
      (schema) => required(schema).length > 0,
      (schema) => {
        const [name = ""] = required(schema);
        delete schema.properties?.[name];
        schema.required = schema.required?.filter((other) => other !== name) ?? [];
      },
    ),
    back: "required-property-added",
  },
  mutation(
    "command_id removed",
    "command-id-removed",
    (schema) => optional(schema).includes("command_id"),
    (schema) => {
      delete schema.properties?.["command_id"];
    },
  ),
  mutation(
    "command_id added",
    "command-id-added",
    (schema) => isA("object")(schema) && !namesOf(schema).includes("command_id"),
    (schema) => {
      schema.properties = { ...schema.properties, command_id: { type: "string" } };
    },
  ),
  mutation(
    "field required",
    "property-became-required",
    (schema) => optional(schema).length > 0,
    (schema) => {
      schema.required = [...(schema.required ?? []), optional(schema)[0] ?? ""];
    },
  ),
  mutation(
    "field optional",
    "property-became-optional",
    (schema) => required(schema).length > 0,
    (schema) => {
      schema.required = schema.required?.filter((name) => name !== required(schema)[0]) ?? [];
    },
  ),
  mutation(
    "further fields forbidden",
    "additional-properties-forbidden",
    lacks("object", "additionalProperties"),
    set({ additionalProperties: false }),
  ),
  mutation(
    "further fields described",
    "additional-properties-added",
    lacks("object", "additionalProperties"),
    set({ additionalProperties: { type: "string" } }),
  ),
  mutation("map closed", "map-closed", isMap, set({ additionalProperties: false })),
  mutation("map no longer described", "additional-properties-removed", isMap, set({ additionalProperties: undefined })),
];

/** Every way to change a value that is tried on the contract. */
export const valueMutations: readonly ValueMutation[] = [
  ...typeMutations,
  ...keywordMutations,
  ...limitMutations,
  ...fieldMutations,
];
