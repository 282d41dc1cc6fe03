import { isObject, isReference, type Schema } from "../document/openapi.ts";
import { componentName } from "../document/resolve.ts";
import { mergeParts } from "./merge-parts.ts";
import { plainUnion } from "./plain-union.ts";
import { typesOf } from "./types-of.ts";

/** A schema in the one form that all ways to write it have in common. */
export interface FlatSchema {
  /** The component it was reached through. */
  readonly name?: string;
  /** Itself, with references followed, parts merged and the alternatives taken out. */
  readonly schema: Schema;
  /** The JSON types without `null`, sorted; none where any is allowed. */
  readonly types: readonly string[];
  readonly isNullable: boolean;
  /** The values of an enum or const, without null; undefined where there is none. */
  readonly values?: readonly unknown[];
  /** Two or more alternatives, the one that is null left out; none where there is but one. */
  readonly alternatives: readonly Schema[];
  /** Where each alternative stands in the schema, such as `/oneOf/1`. */
  readonly steps: ReadonlyMap<Schema, string>;
}

/** How often one alternative may stand for another before that counts as a circle. */
const deepest = 16;

/** What was brought into that form before, by document and schema: most schemas are asked for more than once. */
const known = new WeakMap<object, WeakMap<object, FlatSchema>>();

/**
 * Brings a schema into that form: `$ref` and inline are one, as are `allOf` of one, alternatives of one, alternatives that
 * are but types or values, `nullable`, a list of types and an alternative that is null.
 */
export function flatSchema(root: object, given: Schema | boolean | undefined): FlatSchema {
  if (!isObject(given)) return flatten(root, undefined, 0);
  const schemas = known.get(root) ?? new WeakMap<object, FlatSchema>();
  known.set(root, schemas);
  const flat = schemas.get(given) ?? flatten(root, given as Schema, 0);
  schemas.set(given, flat);
  return flat;
}

function flatten(root: object, given: Schema | undefined, depth: number): FlatSchema {
  const schema = (given && mergeParts(root, given)) || {};
  const name = nameOf(given);
  const { oneOf, anyOf, ...own } = sound(schema);
  const members = membersOf({ ...(oneOf && { oneOf }), ...(anyOf && { anyOf }) }, "");
  const steps = new Map(members.filter(([member]) => !isNull(root, member)));
  const alternatives = [...steps.keys()];
  const types = typesOf(own);
  const isNullable =
    types.includes("null") || own.enum?.includes(null) === true || alternatives.length < members.length;
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1 && depth < deepest) {
    const inner = flatten(root, { allOf: [only, own] } as Schema, depth + 1);
    const wrapped = Object.keys(own).length === 0 ? nameOf(only) : undefined;
    return { ...inner, isNullable: isNullable || inner.isNullable, ...named(name ?? wrapped) };
  }
  const union = plainUnion(own, alternatives);
  if (union !== undefined) {
    const inner = flatten(root, union, depth + 1);
    return { ...inner, isNullable: isNullable || inner.isNullable, ...named(name) };
  }
  const values = own.const === undefined ? own.enum?.filter((value) => value !== null) : [own.const];
  return {
    ...named(name),
    schema: own,
    types: types.join() === "null" ? types : types.filter((type) => type !== "null").sort(),
    isNullable,
    ...(values && { values }),
    alternatives: alternatives.length > 1 ? alternatives : [],
    steps,
  };
}

/** The component that a schema refers to, itself or as the only one of its parts. */
function nameOf(given: Schema | undefined): string | undefined {
  if (isReference(given)) return componentName(given.$ref);
  const [part, ...others] = given?.allOf ?? [];
  const isAlone = part !== undefined && others.length === 0 && Object.keys(given ?? {}).length === 1;
  return isAlone ? nameOf(part) : undefined;
}

/**
 * Without fields that must not be there, and without lists that are none, such as the `required: true` that documents of
 * some years have on a field.
 */
function sound(schema: Schema): Schema {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.some(([, field]) => (field as unknown) === false)) {
    return sound({
      ...schema,
      properties: Object.fromEntries(fields.filter(([, field]) => (field as unknown) !== false)),
    });
  }
  const lists = ["required", "enum", "oneOf", "anyOf"] as const;
  const odd = lists.filter((keyword) => schema[keyword] !== undefined && !Array.isArray(schema[keyword]));
  if (odd.length === 0) return schema;
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !odd.includes(key as "required")));
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

/** The alternatives of a schema with where they stand; those of one that is nothing but alternatives are among them. */
function membersOf({ oneOf, anyOf }: Schema, at: string): [member: Schema, step: string][] {
  const keyword = oneOf === undefined ? "anyOf" : "oneOf";
  return (oneOf ?? anyOf ?? []).flatMap((member, index): [Schema, string][] => {
    const step = `${at}/${keyword}/${index}`;
    const isUnion =
      isObject(member) &&
      ["oneOf", "anyOf"].includes(Object.keys(member).join()) &&
      Array.isArray(Object.values(member)[0]);
    return isUnion ? membersOf(member as Schema, step) : [[member, step]];
  });
}

function isNull(root: object, member: Schema): boolean {
  return mergeParts(root, member)?.type === "null";
}
