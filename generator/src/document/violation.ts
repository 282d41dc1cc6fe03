import { isObject, type Schema } from "./openapi.ts";
import { resolve } from "./resolve.ts";

/** How deep a value is looked into: a schema may refer to itself, a value that is written down does not go on forever. */
const deepest = 32;

/**
 * Why a schema does not allow a value; undefined where it does. Looks at types, enums, required fields and limits (JSON
 * Schema 2020-12, validation sections 6.1 to 6.5); patterns and formats of text are left to a validator.
 */
export function violation(
  root: object,
  given: Schema | boolean | undefined,
  value: unknown,
  depth = 0,
): string | undefined {
  const schema = isObject(given) ? resolve<Schema>(root, given as Schema) : undefined;
  if (schema === undefined || depth > deepest) return undefined;
  return (
    typeViolation(schema, value) ??
    choiceViolation(schema, value) ??
    limitViolation(schema, value) ??
    partViolation(root, schema, value, depth) ??
    compositionViolation(root, schema, value, depth)
  );
}

function typeViolation({ type }: Schema, value: unknown): string | undefined {
  const types = type === undefined ? [] : [type].flat();
  const own = typeOf(value);
  if (types.length === 0 || types.includes(own) || (own === "integer" && types.includes("number"))) return undefined;
  return `it is of type ${own}, not ${types.join(" or ")}`;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function choiceViolation(schema: Schema, value: unknown): string | undefined {
  const choices = schema.const !== undefined ? [schema.const] : schema.enum;
  const text = JSON.stringify(value);
  return choices === undefined || choices.some((choice) => JSON.stringify(choice) === text)
    ? undefined
    : "it is not in the enum";
}

function limitViolation(schema: Schema, value: unknown): string | undefined {
  if (typeof value === "number") return numberViolation(schema, value);
  if (typeof value === "string")
    return sizeViolation([...value].length, "characters", schema.minLength, schema.maxLength);
  return Array.isArray(value) ? sizeViolation(value.length, "items", schema.minItems, schema.maxItems) : undefined;
}

function numberViolation({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema, value: number) {
  if (minimum !== undefined && value < minimum) return `it is under ${minimum}`;
  if (maximum !== undefined && value > maximum) return `it is over ${maximum}`;
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return `it is not over ${exclusiveMinimum}`;
  return exclusiveMaximum !== undefined && value >= exclusiveMaximum
    ? `it is not under ${exclusiveMaximum}`
    : undefined;
}

function sizeViolation(size: number, unit: string, least = 0, most = Number.POSITIVE_INFINITY): string | undefined {
  if (size < least) return `it has fewer than ${least} ${unit}`;
  return size > most ? `it has more than ${most} ${unit}` : undefined;
}

/** What is wrong with an item of a list, or with a field of an object. */
function partViolation(root: object, schema: Schema, value: unknown, depth: number): string | undefined {
  if (Array.isArray(value)) return first(value, (item) => violation(root, schema.items, item, depth + 1));
  if (!isObject(value)) return undefined;
  const missing = (schema.required ?? []).find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `the field ${missing} is missing`;
  return first(Object.entries(schema.properties ?? {}), ([name, property]) => {
    const reason = Object.hasOwn(value, name) ? violation(root, property, value[name], depth + 1) : undefined;
    return reason === undefined ? undefined : `in ${name}, ${reason}`;
  });
}

function compositionViolation(root: object, schema: Schema, value: unknown, depth: number): string | undefined {
  const inAll = first(schema.allOf ?? [], (part) => violation(root, part, value, depth + 1));
  if (inAll !== undefined) return inAll;
  const members = schema.oneOf ?? schema.anyOf ?? [];
  const isAllowed =
    members.length === 0 || members.some((member) => violation(root, member, value, depth + 1) === undefined);
  return isAllowed ? undefined : "it fits none of the alternatives";
}

function first<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
