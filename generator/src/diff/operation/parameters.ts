import type { OpenApiDocument, Parameter } from "../../document/openapi.ts";
import { toPointer } from "../../document/pointer.ts";
import type { Operation } from "../../model.ts";
import type { Finding, Place } from "../change.ts";
import { compareSchemas, type SchemaComparison } from "../compare-schemas.ts";
import { below } from "../place.ts";
import { type Part, partOf, placeOf } from "./part.ts";
import { schemaOf } from "./schema-of.ts";
import { styleOf } from "./style-of.ts";

/**
 * What is sent beside the body. Parameters of the path go by their position: their names are not sent. Those of headers are
 * alike in capitals and small letters.
 */
export function compareParameters(comparison: SchemaComparison, place: Place, base: Operation, head: Operation): void {
  const [before, after] = [parametersOf(comparison.base, base), parametersOf(comparison.head, head)];
  const tell = (place: Place, finding: Finding) => comparison.report(place, "request", finding);
  for (const [key, one] of before) {
    const other = after.get(key);
    if (other !== undefined) compareParameter(comparison, placeOf(place, other.value.name, one, other), one, other);
    else if (one.value.in !== "path") {
      tell(placeOf(place, one.value.name, one), { kind: "parameter-removed", before: one.value.in });
    }
  }
  for (const [key, other] of after) {
    if (before.has(key) || other.value.in === "path") continue;
    const kind = other.value.required === true ? "required-parameter-added" : "parameter-added";
    tell(placeOf(place, other.value.name, undefined, other), { kind, after: other.value.in });
  }
}

type Parameters = ReadonlyMap<string, Part<Parameter>>;

/** The parameters by place and name; the operation's own win over those of its path. */
function parametersOf(document: OpenApiDocument, { path, method, pathParameters }: Operation): Parameters {
  const item = document.paths[path];
  const lists = [
    { keys: ["paths", path, "parameters"], entries: item?.parameters ?? [] },
    { keys: ["paths", path, method, "parameters"], entries: item?.[method]?.parameters ?? [] },
  ];
  const parts = lists.flatMap(({ keys, entries }) =>
    entries.flatMap((entry, index) => partOf(document, "parameter", entry, toPointer([...keys, index])) ?? []),
  );
  return new Map(parts.map((part) => [keyOf(part.value, pathParameters), part]));
}

function keyOf({ in: place, name }: Parameter, pathParameters: Operation["pathParameters"]): string {
  if (place === "path") return `path ${pathParameters.findIndex((field) => field.name === name)}`;
  return `${place} ${place === "header" ? name.toLowerCase() : name}`;
}

function compareParameter(
  comparison: SchemaComparison,
  place: Place,
  { value: base }: Part<Parameter>,
  { value: head }: Part<Parameter>,
): void {
  for (const finding of facts(base, head)) comparison.report(place, "request", finding);
  const [one, other] = [schemaOf(base), schemaOf(head)];
  const at = { ...below(place, "", other.keys), base: below(place, "", one.keys).base };
  compareSchemas(comparison, at, "request", one.schema, other.schema);
}

function* facts(base: Parameter, head: Parameter): Generator<Finding> {
  const [wasRequired, isRequired] = [base.required === true, head.required === true];
  if (wasRequired !== isRequired) {
    yield { kind: isRequired ? "parameter-became-required" : "parameter-became-optional" };
  }
  if (base.in === "header" && base.name !== head.name) {
    yield { kind: "header-renamed", before: base.name, after: head.name };
  }
  const [before, after] = [styleOf(base), styleOf(head)];
  if (before !== after) yield { kind: "parameter-style-changed", before, after };
  const [wasDeprecated, isDeprecated] = [base.deprecated === true, head.deprecated === true];
  if (wasDeprecated !== isDeprecated) yield { kind: isDeprecated ? "deprecated" : "reinstated" };
  // The text goes by the name.
  if (base.name === head.name && (base.description ?? "") !== (head.description ?? "")) yield { kind: "text-changed" };
}
