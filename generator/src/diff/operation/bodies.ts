import type { OpenApiDocument, RequestBody } from "../../document/openapi.ts";
import { toPointer } from "../../document/pointer.ts";
import type { Operation } from "../../model.ts";
import type { Finding, Place } from "../change.ts";
import type { SchemaComparison } from "../compare-schemas.ts";
import { compareContents } from "./contents.ts";
import { type Part, partOf, placeOf } from "./part.ts";

/** The body that is sent: whether there is one, whether there must be, and what it holds. */
export function compareBodies(comparison: SchemaComparison, place: Place, base: Operation, head: Operation): void {
  const [one, other] = [bodyOf(comparison.base, base), bodyOf(comparison.head, head)];
  const at = placeOf(place, "", one, other);
  for (const finding of facts(one?.value, other?.value)) comparison.report(at, "request", finding);
  if (one === undefined || other === undefined) return;
  compareContents(comparison, at, "request", one.value.content, other.value.content);
  const [before, after] = [base.body?.contents[0]?.encoding, head.body?.contents[0]?.encoding];
  if (before === undefined || after === undefined || before === after) return;
  comparison.report(place, "request", { kind: "encoding-changed", before, after });
}

function bodyOf(document: OpenApiDocument, { path, method }: Operation): Part<RequestBody> | undefined {
  const pointer = toPointer(["paths", path, method, "requestBody"]);
  return partOf(document, "body", document.paths[path]?.[method]?.requestBody, pointer);
}

function* facts(base: RequestBody | undefined, head: RequestBody | undefined): Generator<Finding> {
  const [wasRequired, isRequired] = [base?.required === true, head?.required === true];
  if (base === undefined && head === undefined) return;
  if (head === undefined) yield { kind: "body-removed" };
  else if (base === undefined) yield { kind: isRequired ? "required-body-added" : "body-added" };
  else if (wasRequired !== isRequired) yield { kind: isRequired ? "body-became-required" : "body-became-optional" };
}
