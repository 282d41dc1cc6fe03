import type { Header, OpenApiDocument, Response } from "../../document/openapi.ts";
import { toPointer } from "../../document/pointer.ts";
import type { Operation } from "../../model.ts";
import type { Place } from "../change.ts";
import type { SchemaComparison } from "../compare-schemas.ts";
import { compareContents } from "./contents.ts";
import { compareHeaders, type Headers } from "./headers.ts";
import { type Part, partOf, placeOf } from "./part.ts";

/** What comes back, by status: which come, and what each holds. */
export function compareAnswers(comparison: SchemaComparison, place: Place, base: Operation, head: Operation): void {
  const [before, after] = [answersOf(comparison.base, base), answersOf(comparison.head, head)];
  for (const [status, one] of before) {
    const other = after.get(status);
    if (other !== undefined) compareAnswer(comparison, place, status, one, other);
    else {
      comparison.report(placeOf(place, "", one), "response", { kind: `${nounOf(status)}-removed`, before: status });
    }
  }
  for (const [status, other] of after) {
    if (before.has(status)) continue;
    const at = placeOf(place, "", undefined, other);
    comparison.report(at, "response", { kind: `${nounOf(status)}-added`, after: status });
  }
}

function answersOf(document: OpenApiDocument, { path, method }: Operation): ReadonlyMap<string, Part<Response>> {
  const entries = Object.entries(document.paths[path]?.[method]?.responses ?? {});
  const parts = entries.flatMap(([status, entry]): [string, Part<Response>][] => {
    const part = partOf(document, "answer", entry, toPointer(["paths", path, method, "responses", status]));
    return part === undefined ? [] : [[status, part]];
  });
  return new Map(parts);
}

function nounOf(status: string): "success-status" | "error-status" {
  return status.startsWith("2") ? "success-status" : "error-status";
}

function compareAnswer(
  comparison: SchemaComparison,
  place: Place,
  status: string,
  one: Part<Response>,
  other: Part<Response>,
): void {
  const at = placeOf(place, "", one, other);
  const [before, after] = [one.value.content ?? {}, other.value.content ?? {}];
  const [wasEmpty, isEmpty] = [before, after].map((contents) => Object.keys(contents).length === 0);
  if (wasEmpty === isEmpty) compareContents(comparison, at, "response", before, after);
  else if (isEmpty) comparison.report(at, "response", { kind: "answer-became-empty", before: status });
  else comparison.report(at, "response", { kind: "answer-became-content", after: status });
  compareHeaders(comparison, at, "response", headersOf(comparison.base, one), headersOf(comparison.head, other));
}

function headersOf(document: OpenApiDocument, { value, pointer }: Part<Response>): Headers {
  return Object.entries(value.headers ?? {}).flatMap(([name, entry]): [string, Part<Header>][] => {
    const part = partOf<Header>(document, "header", entry, `${pointer}${toPointer(["headers", name]).slice(1)}`);
    return part === undefined ? [] : [[name, part]];
  });
}
