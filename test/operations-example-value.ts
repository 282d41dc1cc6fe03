/** The keywords of a schema that an example is made of. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly readOnly?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly not?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
}

/** What a value is made with: where references lead, and whether objects get the fields that may be left out. */
export interface Filler {
  readonly document: object;
  readonly fields: "required" | "all";
}

/** How deep optional fields go, so that schemas that hold themselves come to an end. */
const deepest = 6;

/** Characters that each way to write a query, a form or JSON has to escape, and one that UTF-8 writes in two bytes. */
export const awkwardText = "Zoë & Co. +1/2=50% (~*'!)";

const texts: Readonly<Record<string, string>> = {
  "date-time": "2026-01-30T09:15:00+01:00",
  date: "2026-01-30",
  email: "voice@example.com",
  "iso-8601": "2026-01-30T09:15:00.000Z",
  uri: "https://example.com/a?b=c&d=1%202",
  url: "https://example.com/a?b=c&d=1%202",
  uuid: "5a1d6f0e-3c2b-4e8f-9a47-b0c1d2e3f405",
};

/** What a pattern without a format may be after. */
const patterned = ["wss://example.com/media", "https://example.com", "+13125550100", "text", "1"];

/** What a reference leads to, or the object itself. */
export function resolved<Value extends object>(document: object, value: Value): Value {
  const { $ref } = value as { readonly $ref?: string };
  if ($ref === undefined) return value;
  const steps = $ref.slice(2).split("/");
  const target = steps.reduce<unknown>((node, step) => {
    return (node as Record<string, unknown>)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }, document);
  return resolved(document, target as Value);
}

/** A value for a schema: its own example, else one made of its type and format. */
export function exampleValue(filler: Filler, given: Schema, depth = 0): unknown {
  const schema = whole(filler.document, given);
  const known = [schema.const, schema.example, ...(schema.enum ?? [])].find((value) => value != null);
  if (known !== undefined && !(filler.fields === "all" && isRecord(known))) return known;
  const { oneOf, anyOf, discriminator, ...rest } = schema;
  const [member] = oneOf ?? anyOf ?? [];
  if (member === undefined) return typedValue(filler, schema, depth);
  const chosen = exampleValue(filler, { allOf: [rest, member] }, depth);
  return isRecord(chosen) ? { ...chosen, ...kind(discriminator, member) } : chosen;
}

/** The schema with all that it is made of in one. */
function whole(document: object, given: Schema): Schema {
  const { allOf = [], ...schema } = resolved(document, given);
  const parts = allOf.map((part) => whole(document, part));
  return {
    ...Object.assign({}, ...parts),
    ...schema,
    properties: Object.assign({}, ...parts.map((part) => part.properties), schema.properties),
    required: [...parts, schema].flatMap((part) => part.required ?? []),
  };
}

/** The field that tells which member was chosen. */
function kind(discriminator: Schema["discriminator"], { $ref }: Schema): object {
  const entry = Object.entries(discriminator?.mapping ?? {}).find(([, target]) => target === $ref);
  return discriminator && entry ? { [discriminator.propertyName]: entry[0] } : {};
}

function typedValue(filler: Filler, schema: Schema, depth: number): unknown {
  const type = [schema.type ?? (schema.properties ? "object" : [])].flat().find((one) => one !== "null");
  switch (type) {
    case "string":
      return textValue(schema);
    case "integer":
    case "number":
      return Math.min(schema.minimum ?? Number(schema.default ?? 1), schema.maximum ?? Number.POSITIVE_INFINITY);
    case "boolean":
      return true;
    case "array":
      return listValue(filler, schema, depth);
    default:
      return objectValue(filler, schema, depth);
  }
}

function textValue({ format = "", pattern, default: usual, minLength = 0, maxLength }: Schema): unknown {
  const text = (texts[format] ?? awkwardText).padEnd(minLength, "x").slice(0, maxLength);
  if (pattern === undefined) return text;
  const fitting = [usual, text, ...patterned].find((value) => new RegExp(pattern, "u").test(String(value ?? "")));
  if (fitting === undefined) throw new Error(`No text here matches ${pattern}: add one that does`);
  return fitting;
}

/** Two items where there may be, since lists are what ways to write a query differ in. */
function listValue(filler: Filler, { items = {}, minItems = 0, maxItems = 2 }: Schema, depth: number): unknown[] {
  const count = filler.fields === "all" ? Math.max(minItems, Math.min(2, maxItems)) : Math.max(1, minItems);
  return Array.from({ length: count }, () => exampleValue(filler, items, depth + 1));
}

function objectValue(filler: Filler, schema: Schema, depth: number): Record<string, unknown> {
  const isWhole = filler.fields === "all" && depth < deepest;
  const fields = Object.entries<Schema | false>(schema.properties ?? {}).filter((entry): entry is [string, Schema] => {
    const [name, field] = entry;
    // A field of that schema must not be there.
    if (field === false) return false;
    const { readOnly, not } = resolved(filler.document, field);
    return (isWhole || schema.required?.includes(name) === true) && !readOnly && !not;
  });
  return Object.fromEntries(fields.map(([name, field]) => [name, exampleValue(filler, field, depth + 1)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
