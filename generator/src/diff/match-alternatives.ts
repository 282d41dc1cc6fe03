import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { canonical } from "./canonical.ts";
import { flatSchema } from "./flat-schema.ts";

/** Which alternatives of the one side are which of the other; those without a partner by how they are called. */
export interface MatchedAlternatives {
  readonly pairs: readonly (readonly [Schema, Schema])[];
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What pairs are looked for in, and which component has become which. */
export interface Sides {
  readonly base: OpenApiDocument;
  readonly head: OpenApiDocument;
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Pairs alternatives: by the component they are, then by what tells them apart (a field that has one value only), then by
 * being alike, then by their type where it has but one on either side, then by their fields, where those of the one are all
 * among those of the other.
 */
export function matchAlternatives(
  { base, head, renamed }: Sides,
  before: readonly Schema[],
  after: readonly Schema[],
): MatchedAlternatives {
  const pairs: [Schema, Schema][] = [];
  let [left, right] = [[...before], [...after]];
  const keys: readonly [(schema: Schema) => string | undefined, (schema: Schema) => string | undefined][] = [
    [(schema) => renamed.get(flatSchema(base, schema).name ?? ""), (schema) => flatSchema(head, schema).name],
    [(schema) => literalOf(base, schema), (schema) => literalOf(head, schema)],
    [(schema) => canonical(base, schema), (schema) => canonical(head, schema)],
    [(schema) => typeOf(base, schema), (schema) => typeOf(head, schema)],
  ];
  for (const [keyOfBase, keyOfHead] of keys) {
    const found = pairUnique(left, right, keyOfBase, keyOfHead);
    pairs.push(...found);
    left = left.filter((schema) => !found.some(([one]) => one === schema));
    right = right.filter((schema) => !found.some(([, other]) => other === schema));
  }
  for (const one of left) {
    const isTwin = (schema: Schema) => hasAllFields(fieldsOf(base, one), fieldsOf(head, schema));
    const twins = right.filter(isTwin);
    const [twin] = twins;
    if (twin === undefined || twins.length > 1) continue;
    pairs.push([one, twin]);
    right = right.filter((schema) => schema !== twin);
  }
  left = left.filter((schema) => !pairs.some(([one]) => one === schema));
  return {
    pairs,
    removed: left.map((schema) => nameOf(base, schema)),
    added: right.map((schema) => nameOf(head, schema)),
  };
}

/** The pairs of one key that occurs once on either side. */
function pairUnique(
  left: readonly Schema[],
  right: readonly Schema[],
  keyOfBase: (schema: Schema) => string | undefined,
  keyOfHead: (schema: Schema) => string | undefined,
): [Schema, Schema][] {
  const [ones, others] = [left.map(keyOfBase), right.map(keyOfHead)];
  return ones.flatMap((key, index): [Schema, Schema][] => {
    const at = others.indexOf(key);
    const isUnique = key !== undefined && at >= 0 && ones.indexOf(key) === ones.lastIndexOf(key);
    const [one, other] = [left[index], right[at]];
    return isUnique && others.lastIndexOf(key) === at && one !== undefined && other !== undefined ? [[one, other]] : [];
  });
}

/** The fields that have one value only, with it: what tells alternatives apart. */
function literalOf(document: OpenApiDocument, schema: Schema): string | undefined {
  const fields = Object.entries(flatSchema(document, schema).schema.properties ?? {}).flatMap(([name, property]) => {
    const { values = [] } = flatSchema(document, property);
    return values.length === 1 ? [`${name}=${JSON.stringify(values[0])}`] : [];
  });
  return fields.length > 0 ? fields.sort().join("&") : undefined;
}

function fieldsOf(document: OpenApiDocument, schema: Schema): readonly string[] {
  return Object.keys(flatSchema(document, schema).schema.properties ?? {});
}

/** True where either has all fields of the other, and there are any. */
function hasAllFields(one: readonly string[], other: readonly string[]): boolean {
  const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
  return fewer.length > 0 && fewer.every((name) => more.includes(name));
}

function typeOf(document: OpenApiDocument, schema: Schema): string {
  return flatSchema(document, schema).types.join("|");
}

function nameOf(document: OpenApiDocument, schema: Schema): string {
  const { name, types } = flatSchema(document, schema);
  return name ?? literalOf(document, schema) ?? (types.join(" or ") || "anything");
}
