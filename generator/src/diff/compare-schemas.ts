import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import type { Direction, Finding, Place, Report } from "./change.ts";
import { type FlatSchema, flatSchema } from "./flat-schema.ts";
import { matchAlternatives } from "./match-alternatives.ts";
import { additionalProperties } from "./schema/additional-properties.ts";
import { discriminator } from "./schema/discriminator.ts";
import { enumValues } from "./schema/enum-values.ts";
import { keywords, marks, texts } from "./schema/keywords.ts";
import { limits } from "./schema/limits.ts";
import { nullability } from "./schema/nullability.ts";
import { properties } from "./schema/properties.ts";
import { types } from "./schema/types.ts";

/** A rule on one schema looks at both sides of it and gives what it finds; what lies below is not its business. */
export type SchemaRule = (base: FlatSchema, head: FlatSchema) => Iterable<Finding>;

/** The rules on schemas, in the order in which their findings are told. */
export const schemaRules: readonly SchemaRule[] = [
  types,
  nullability,
  enumValues,
  keywords,
  limits,
  properties,
  additionalProperties,
  discriminator,
  marks,
  texts,
];

/** What the comparison of two documents' schemas has in common. */
export interface SchemaComparison {
  readonly base: OpenApiDocument;
  readonly head: OpenApiDocument;
  /** The component of the head that a component of the base has become, for those that are in both. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly report: Report;
  /** The pairs that have been compared, by direction: a schema is compared once, and recursion ends. */
  readonly visited: Map<string, WeakMap<object, WeakSet<object>>>;
}

type Given = Schema | boolean | undefined;

/** Compares two schemas and all below them. What a pair of components has belongs to the component, wherever it is used. */
export function compareSchemas(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  base: Given,
  head: Given,
): void {
  const [one, other] = [flatSchema(comparison.base, base), flatSchema(comparison.head, head)];
  if (isVisited(comparison, direction, base, head)) return;
  const isPair = one.name !== undefined && comparison.renamed.get(one.name) === other.name;
  const own = isPair && one.name !== undefined && other.name !== undefined ? ownPlace(one.name, other.name) : place;
  for (const rule of schemaRules) {
    for (const finding of rule(one, other)) comparison.report(own, direction, finding);
  }
  compareBelow(comparison, own, direction, one, other);
}

function ownPlace(base: string, head: string): Place {
  const at = (name: string) => toPointer(["components", "schemas", name]);
  return { owner: `schema ${head}`, path: "", base: at(base), head: at(head) };
}

/** Marks a pair as compared; true where it was. Values without an identity of their own are compared each time. */
function isVisited({ base, head, visited }: SchemaComparison, direction: Direction, one: Given, other: Given): boolean {
  const [left, right] = [resolve<Schema>(base, one as Schema), resolve<Schema>(head, other as Schema)];
  if (typeof left !== "object" || typeof right !== "object") return false;
  const pairs = visited.get(direction) ?? new WeakMap<object, WeakSet<object>>();
  visited.set(direction, pairs);
  const seen = pairs.get(left) ?? new WeakSet();
  pairs.set(left, seen);
  if (seen.has(right)) return true;
  seen.add(right);
  return false;
}

/** Fields, items, alternatives and what further fields are like. */
function compareBelow(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  { schema: base, alternatives: one }: FlatSchema,
  { schema: head, alternatives: other }: FlatSchema,
): void {
  const go = (below: Place, left: Given, right: Given) => compareSchemas(comparison, below, direction, left, right);
  for (const [name, property] of Object.entries(base.properties ?? {})) {
    const after = Object.hasOwn(head.properties ?? {}, name) ? head.properties?.[name] : undefined;
    if (after !== undefined) go(below(place, name, ["properties", name]), property, after);
  }
  if (base.items !== undefined && head.items !== undefined) {
    go({ ...below(place, "", ["items"]), path: `${place.path}[]` }, base.items, head.items);
  }
  if (typeof base.additionalProperties === "object" && typeof head.additionalProperties === "object") {
    go(below(place, "*", ["additionalProperties"]), base.additionalProperties, head.additionalProperties);
  }
  if (one.length === 0 && other.length === 0) return;
  const whole = (schema: Schema, members: readonly Schema[]) => (members.length > 0 ? members : [schema]);
  const { pairs, removed, added } = matchAlternatives(comparison, whole(base, one), whole(head, other));
  for (const [left, right] of pairs) go(place, left, right);
  for (const before of removed) comparison.report(place, direction, { kind: "alternative-removed", before });
  for (const after of added) comparison.report(place, direction, { kind: "alternative-added", after });
}

/** The place of something below another. */
export function below(place: Place, name: string, keys: readonly string[]): Place {
  const pointer = (base: string) => `${base}${toPointer(keys).slice(1)}`;
  const path = name === "" || place.path === "" ? `${place.path}${name}` : `${place.path}.${name}`;
  return { owner: place.owner, path, base: pointer(place.base), head: pointer(place.head) };
}
