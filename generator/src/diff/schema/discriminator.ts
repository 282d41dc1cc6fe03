import type { OpenApiDocument } from "../../document/openapi.ts";
import { toPointer } from "../../document/pointer.ts";
import { componentName } from "../../document/resolve.ts";
import type { Finding } from "../change.ts";
import { type FlatSchema, flatSchema } from "../flat-schema.ts";

/** The documents, and which component of the head a component of the base has become. */
export interface Discriminated {
  readonly base: OpenApiDocument;
  readonly head: OpenApiDocument;
  readonly renamed: ReadonlyMap<string, string>;
}

type Discriminator = NonNullable<FlatSchema["schema"]["discriminator"]>;

/** The field that tells alternatives apart, and its values. What maps to a new alternative is told of the alternative. */
export function* discriminator(
  { schema: { discriminator: base } }: FlatSchema,
  { schema: { discriminator: head } }: FlatSchema,
  sides: Discriminated,
): Generator<Finding> {
  const { renamed } = sides;
  const [before, after] = [base?.propertyName, head?.propertyName];
  if (before !== after) {
    if (before === undefined) yield { kind: "discriminator-added", after: after ?? "" };
    else if (after === undefined) yield { kind: "discriminator-removed", before };
    else yield { kind: "discriminator-changed", before, after };
    return;
  }
  for (const [value, target] of Object.entries(base?.mapping ?? {})) {
    const other = head?.mapping?.[value];
    if (other === undefined) continue;
    const [one, another] = [componentName(target) ?? target, componentName(other) ?? other];
    if ((renamed.get(one) ?? one) === another) continue;
    yield { kind: "discriminator-changed", before: `${value} for ${one}`, after: `${value} for ${another}` };
  }
  if (base !== undefined && head !== undefined) yield* furtherValues(base, head, sides);
}

/** Values that came or went for an alternative that was there before and still is, unless it tells them itself. */
function* furtherValues(base: Discriminator, head: Discriminator, sides: Discriminated): Generator<Finding> {
  const field = base.propertyName;
  const [before, after] = [targetsOf(base), targetsOf(head)];
  const now = new Map(before.map(([value, name]) => [value, sides.renamed.get(name) ?? name]));
  const former = new Map([...sides.renamed].map(([name, other]) => [other, name]));
  const was = new Map(after.map(([value, name]) => [value, former.get(name) ?? name]));
  const gone = before.filter(([value, name]) => {
    return !was.has(value) && [...was.values()].includes(name) && !isOwn(sides.base, name, field, value);
  });
  const come = after.filter(([value, name]) => {
    return !now.has(value) && [...now.values()].includes(name) && !isOwn(sides.head, name, field, value);
  });
  const textOf = (entries: readonly (readonly [string, string])[]) =>
    `${field} ${entries.map(([value]) => JSON.stringify(value)).join(", ")}`;
  if (gone.length > 0) yield { kind: "enum-value-removed", before: textOf(gone) };
  if (come.length > 0) yield { kind: "enum-value-added", after: textOf(come) };
}

function targetsOf({ mapping = {} }: Discriminator): (readonly [value: string, component: string])[] {
  return Object.entries(mapping).map(([value, target]) => [value, componentName(target) ?? target]);
}

/** True where the component's own field has the value in its list. */
function isOwn(document: OpenApiDocument, name: string, field: string, value: string): boolean {
  const { schema } = flatSchema(document, { $ref: toPointer(["components", "schemas", name]) });
  return flatSchema(document, schema.properties?.[field]).values?.includes(value) === true;
}
