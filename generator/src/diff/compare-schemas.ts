import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import type { Direction, Place, Report } from "./change.ts";
import { compareAlternatives } from "./compare-alternatives.ts";
import { type FlatSchema, flatSchema } from "./flat-schema.ts";
import { isUnchanged } from "./is-unchanged.ts";
import { below } from "./place.ts";
import type { SameParts } from "./same-parts.ts";
import { nullability } from "./schema/nullability.ts";
import { schemaRules } from "./schema-rules.ts";
import { isVisited, type Visited } from "./visited.ts";

/** What the comparison of two documents' schemas has in common. */
export interface SchemaComparison {
  readonly base: OpenApiDocument;
  readonly head: OpenApiDocument;
  /** The component of the head that a component of the base has become, for those that are in both. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly report: Report;
  /** What need not be looked into. */
  readonly isSame: SameParts;
  /** The pairs that have been compared: a schema is compared once in each direction, and recursion ends. */
  readonly visited: Visited;
}

export type Given = Schema | boolean | undefined;

/** Compares two schemas and all below them. What a pair of components has belongs to the component, wherever it is used. */
export function compareSchemas(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  base: Given,
  head: Given,
): void {
  const [one, other] = [flatSchema(comparison.base, base), flatSchema(comparison.head, head)];
  const isPair = one.name !== undefined && comparison.renamed.get(one.name) === other.name;
  if (isPair && one.name !== undefined && other.name !== undefined) {
    compareComponents(comparison, place, direction, [one.name, one], [other.name, other]);
  } else if (!isVisited(comparison, place.owner, direction, base, head)) {
    compareFlat(comparison, place, direction, one, other);
  }
}

function componentPointer(name: string): string {
  return toPointer(["components", "schemas", name]);
}

function reference(name: string): { readonly $ref: string } {
  return { $ref: componentPointer(name) };
}

type Use = readonly [name: string, flat: FlatSchema];

/** Two uses of a component: null that the use alone takes is the place's, all else the component's. */
function compareComponents(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  [base, one]: Use,
  [head, other]: Use,
): void {
  const [left, right] = [componentOf(comparison.base, base), componentOf(comparison.head, head)];
  const [before, after] = [flatSchema(comparison.base, left), flatSchema(comparison.head, right)];
  const wrapper = (use: FlatSchema, own: FlatSchema) => ({ ...own, isNullable: use.isNullable && !own.isNullable });
  if (before.isNullable === after.isNullable) {
    for (const finding of nullability(wrapper(one, before), wrapper(other, after))) {
      comparison.report(place, direction, finding);
    }
  }
  if (base === head && comparison.isSame(reference(base), reference(head))) return;
  if (isVisited(comparison, "", direction, left, right)) return;
  const own = { owner: `schema ${head}`, path: "", base: componentPointer(base), head: componentPointer(head) };
  compareFlat(comparison, own, direction, before, after);
}

function componentOf({ components }: OpenApiDocument, name: string): Given {
  return components?.schemas?.[name];
}

function compareFlat(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  one: FlatSchema,
  other: FlatSchema,
): void {
  const rules = isUnchanged(one, other) ? [] : schemaRules(one, other);
  for (const rule of rules) {
    for (const finding of rule(one, other, comparison)) comparison.report(place, direction, finding);
  }
  const go = (at: Place, left: Given, right: Given) => compareSchemas(comparison, at, direction, left, right);
  compareBelow(place, one, other, go);
  const told = (finding: Parameters<Report>[2]) => comparison.report(place, direction, finding);
  for (const [left, right] of compareAlternatives(comparison, one, other, told)) {
    const step = ({ steps }: FlatSchema, member: Schema) => steps.get(member) ?? "";
    go({ ...place, base: place.base + step(one, left), head: place.head + step(other, right) }, left, right);
  }
}

/** Fields, items and what further fields are like. */
function compareBelow(
  place: Place,
  { schema: base, types: before }: FlatSchema,
  { schema: head, types: after }: FlatSchema,
  go: (place: Place, left: Given, right: Given) => void,
): void {
  for (const [name, property] of Object.entries(base.properties ?? {})) {
    const other = Object.hasOwn(head.properties ?? {}, name) ? head.properties?.[name] : undefined;
    if (other !== undefined) go(below(place, name, ["properties", name]), property, other);
  }
  if ((base.items ?? head.items) !== undefined && before.includes("array") && after.includes("array")) {
    go({ ...below(place, "", ["items"]), path: `${place.path}[]` }, base.items, head.items);
  }
  if (typeof base.additionalProperties === "object" && typeof head.additionalProperties === "object") {
    go(below(place, "*", ["additionalProperties"]), base.additionalProperties, head.additionalProperties);
  }
}
