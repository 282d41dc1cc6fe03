import type { MediaType } from "../../document/openapi.ts";
import type { Direction, Place } from "../change.ts";
import { compareSchemas, type SchemaComparison } from "../compare-schemas.ts";
import { below } from "../place.ts";

type Contents = Readonly<Record<string, MediaType>>;

/** The media types of a body or an answer, and what each holds. */
export function compareContents(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  base: Contents,
  head: Contents,
): void {
  const at = (type: string) => below(place, "", ["content", type]);
  for (const [type, before] of Object.entries(base)) {
    const after = Object.hasOwn(head, type) ? head[type] : undefined;
    if (after === undefined) {
      comparison.report({ ...at(type), head: "" }, direction, { kind: "media-type-removed", before: type });
    } else compareSchemas(comparison, below(at(type), "", ["schema"]), direction, before.schema, after.schema);
  }
  for (const type of Object.keys(head)) {
    if (Object.hasOwn(base, type)) continue;
    comparison.report({ ...at(type), base: "" }, direction, { kind: "media-type-added", after: type });
  }
}
