import { exportedTypes } from "../model/exported-types.ts";
import type { Model } from "../model.ts";
import type { Report } from "./change.ts";

/**
 * Former names that no longer work, and those that work again. A name that is something's own on the other side has come
 * or gone by a renaming, which is told of what was renamed.
 */
export function compareAliases(base: Model, head: Model, report: Report): void {
  const place = { owner: "the API", path: "", base: "", head: "" };
  for (const before of missing(base, head)) report(place, undefined, { kind: "alias-removed", before });
  for (const after of missing(head, base)) report(place, undefined, { kind: "alias-added", after });
}

/** The former names of the one model that the other has neither as such nor as names of its own. */
function missing({ aliases: { methods, types, schemas } }: Model, other: Model): string[] {
  const known = {
    methods: new Set(other.operations.map(({ accessor }) => accessor.join("."))),
    types: exportedTypes(other),
    schemas: new Set(other.schemas.map(({ name }) => name)),
  };
  for (const section of ["methods", "schemas"] as const) {
    for (const { name } of other.aliases[section]) known[section].add(name);
  }
  const sections = [
    [methods, known.methods],
    [types, known.types],
    [schemas, known.schemas],
  ] as const;
  return sections.flatMap(([aliases, names]) => aliases.map(({ name }) => name).filter((name) => !names.has(name)));
}
