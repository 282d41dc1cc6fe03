import { isObject, isReference, type Schema } from "../document/openapi.ts";
import { componentName } from "../document/resolve.ts";
import { withParts } from "../document/with-parts.ts";

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
}

/** How often one alternative may stand for another before that counts as a circle. */
const deepest = 16;

/**
 * Brings a schema into that form: `$ref` and inline are one, as are `allOf` of one, alternatives of one, `nullable`, a list
 * of types and an alternative that is null.
 */
export function flatSchema(root: object, given: Schema | boolean | undefined, depth = 0): FlatSchema {
  const schema = (isObject(given) && withParts(root, given as Schema)) || {};
  const name = isReference(given) ? componentName(given.$ref) : undefined;
  const { oneOf, anyOf, ...own } = schema;
  const members = oneOf ?? anyOf ?? [];
  const alternatives = members.filter((member) => !isNull(root, member));
  const types = [own.type ?? impliedTypes(own)].flat();
  const isNullable =
    types.includes("null") || own.enum?.includes(null) === true || alternatives.length < members.length;
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1 && depth < deepest) {
    const inner = flatSchema(root, { allOf: [only, own] } as Schema, depth + 1);
    return { ...inner, isNullable: isNullable || inner.isNullable, ...named(name ?? inner.name) };
  }
  const values = own.const === undefined ? own.enum?.filter((value) => value !== null) : [own.const];
  return {
    ...named(name),
    schema: own,
    types: types.filter((type) => type !== "null").sort(),
    isNullable,
    ...(values && { values }),
    alternatives: alternatives.length > 1 ? alternatives : [],
  };
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

function isNull(root: object, member: Schema): boolean {
  return withParts(root, member)?.type === "null";
}

/** What a schema without `type` is by its other keywords. */
function impliedTypes({ properties, items }: Schema): string[] {
  if (properties !== undefined) return ["object"];
  return items === undefined ? [] : ["array"];
}
