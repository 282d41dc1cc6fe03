import { isReference, type Schema } from "../document/openapi.ts";
import { typesOf } from "./types-of.ts";

/** What an alternative may have that is but a type or a list of values. */
const plain: ReadonlySet<string> = new Set([
  ...["type", "enum", "const", "description", "title", "example", "examples"],
]);

/**
 * Alternatives that are but types and lists of values, in one schema: `oneOf` of three constants is an enum of three, of
 * two types a list of both, and any string beside some strings is any string. Undefined where they are more than that.
 */
export function plainUnion(
  { enum: values, const: value, ...own }: Schema,
  members: readonly Schema[],
): Schema | undefined {
  if (values !== undefined || value !== undefined || members.length < 2 || !members.every(isPlain)) return undefined;
  const open = [...new Set(members.flatMap((member) => (valuesOf(member) === undefined ? typesOf(member) : [])))];
  const left = members.flatMap((member) => valuesOf(member) ?? []).filter((one) => !isOneOf(one, open));
  const types = open.length > 0 ? open : typesOf({ enum: left });
  const isWithin = own.type === undefined || types.every((type) => typesOf(own).includes(type));
  if (!isWithin || (open.length > 0 && left.length > 0)) return undefined;
  const distinct = [...new Map(left.map((one) => [JSON.stringify(one), one])).values()];
  return { ...own, type: types, ...(distinct.length > 0 && { enum: distinct }) };
}

function isPlain(member: Schema): boolean {
  if (isReference(member) || !Object.keys(member).every((key) => plain.has(key))) return false;
  return member.type !== undefined || valuesOf(member) !== undefined;
}

function valuesOf({ enum: values, const: value }: Schema): readonly unknown[] | undefined {
  return value === undefined ? values : [value];
}

function isOneOf(value: unknown, types: readonly string[]): boolean {
  const [type = ""] = typesOf({ const: value });
  return types.includes(type) || (type === "integer" && types.includes("number"));
}
