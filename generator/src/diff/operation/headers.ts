import type { Header } from "../../document/openapi.ts";
import type { Direction, Place } from "../change.ts";
import { compareSchemas, type SchemaComparison } from "../compare-schemas.ts";
import { below } from "../place.ts";
import { type Part, placeOf } from "./part.ts";
import { schemaOf } from "./schema-of.ts";

/** Headers by their names. */
export type Headers = readonly (readonly [name: string, part: Part<Header>])[];

/** The headers of an answer or a delivery: both are received. Their names are alike in capitals and small letters. */
export function compareHeaders(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  base: Headers,
  head: Headers,
): void {
  const [before, after] = [byName(base), byName(head)];
  for (const [key, [name, one]] of before) {
    const [renamed = name, other] = after.get(key) ?? [];
    const at = placeOf(place, renamed, one, other);
    if (other === undefined) {
      comparison.report(at, direction, { kind: "header-removed" });
      continue;
    }
    if (renamed !== name) comparison.report(at, direction, { kind: "header-renamed", before: name, after: renamed });
    compareHeader(comparison, at, direction, one.value, other.value);
  }
  for (const [key, [name, part]] of after) {
    if (!before.has(key)) comparison.report(placeOf(place, name, undefined, part), direction, { kind: "header-added" });
  }
}

function byName(headers: Headers): ReadonlyMap<string, Headers[number]> {
  return new Map(headers.map((header) => [header[0].toLowerCase(), header]));
}

function compareHeader(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  base: Header,
  head: Header,
): void {
  const [wasRequired, isRequired] = [base.required === true, head.required === true];
  if (wasRequired !== isRequired) {
    comparison.report(place, direction, { kind: isRequired ? "header-became-required" : "header-became-optional" });
  }
  const [one, other] = [schemaOf(base), schemaOf(head)];
  const at = { ...below(place, "", other.keys), base: below(place, "", one.keys).base };
  compareSchemas(comparison, at, direction, one.schema, other.schema);
}
