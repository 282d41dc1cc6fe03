import { type Header, type MediaType, operationKey, type Parameter } from "../document/openapi.ts";
import { resolve } from "../document/resolve.ts";
import type { Operation } from "../model.ts";
import type { Direction, Finding, Place } from "./change.ts";
import { below, compareSchemas, type SchemaComparison } from "./compare-schemas.ts";
import { conduct, facts, path, typeNames } from "./operation/facts.ts";
import { type OperationParts, partsOf, schemaOf } from "./operation/parts.ts";
import { signature } from "./operation/signature.ts";

/** A rule on an operation as the model has it. */
export type OperationRule = (base: Operation, head: Operation) => Iterable<Finding>;

/** The rules on operations, in the order in which their findings are told. */
export const operationRules: readonly OperationRule[] = [path, facts, typeNames, conduct, signature];

/** Compares an operation with what it has become: its names, its parameters, its bodies and its answers. */
export function compareOperations(comparison: SchemaComparison, base: Operation, head: Operation): void {
  const place: Place = {
    owner: operationKey(head.method, head.path),
    path: "",
    base: base.pointer,
    head: head.pointer,
  };
  for (const rule of operationRules) {
    for (const finding of rule(base, head)) comparison.report(place, undefined, finding);
  }
  const [one, other] = [partsOf(comparison.base, base), partsOf(comparison.head, head)];
  compareSecurity(comparison, place, one, other);
  compareParameters(comparison, place, one, other);
  compareBodies(comparison, place, one, other, base, head);
  compareResponses(comparison, place, one, other);
}

function compareSecurity(
  { base, head, report }: SchemaComparison,
  place: Place,
  one: OperationParts,
  other: OperationParts,
): void {
  const schemes = (document: typeof base, { object }: OperationParts) => {
    const required = (object as { security?: typeof base.security }).security ?? document.security ?? [];
    return required.map((entry) => Object.keys(entry).sort().join(" and ") || "none");
  };
  const [before, after] = [schemes(base, one), schemes(head, other)];
  for (const scheme of before.filter((name) => !after.includes(name))) {
    report(place, undefined, { kind: scheme === "none" ? "security-added" : "security-removed", before: scheme });
  }
  for (const scheme of after.filter((name) => !before.includes(name))) {
    if (scheme !== "none") report(place, undefined, { kind: "security-added", after: scheme });
  }
}

function compareParameters(
  comparison: SchemaComparison,
  place: Place,
  one: OperationParts,
  other: OperationParts,
): void {
  const at = (parameter: Parameter) => below(place, parameter.name, ["parameters"]);
  const tell = (parameter: Parameter, kind: Finding["kind"], more: Partial<Finding> = {}) =>
    comparison.report(at(parameter), "request", { kind, ...more });
  for (const [key, parameter] of one.parameters) {
    const after = other.parameters.get(key);
    if (after !== undefined) compareParameter(comparison, at(parameter), parameter, after);
    else if (parameter.in !== "path") tell(parameter, "parameter-removed");
  }
  for (const [key, parameter] of other.parameters) {
    if (one.parameters.has(key) || parameter.in === "path") continue;
    tell(parameter, parameter.required === true ? "required-parameter-added" : "parameter-added");
  }
}

function compareParameter(comparison: SchemaComparison, place: Place, base: Parameter, head: Parameter): void {
  const tell = (finding: Finding) => comparison.report(place, "request", finding);
  const [wasRequired, isRequired] = [base.required === true, head.required === true];
  if (wasRequired !== isRequired)
    tell({ kind: isRequired ? "parameter-became-required" : "parameter-became-optional" });
  const [before, after] = [styleOf(base), styleOf(head)];
  if (before !== after) tell({ kind: "parameter-style-changed", before, after });
  if ((base.deprecated === true) !== (head.deprecated === true)) {
    tell({ kind: head.deprecated === true ? "deprecated" : "reinstated" });
  }
  if ((base.description ?? "") !== (head.description ?? "")) tell({ kind: "text-changed" });
  compareSchemas(comparison, place, "request", schemaOf(base), schemaOf(head));
}

/** How a parameter is written, with what OpenAPI takes where nothing is said (section 4.8.12.2). */
function styleOf({ in: place, style, explode }: Parameter): string {
  const own = style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return `${own}${(explode ?? own === "form") ? " exploded" : ""}`;
}

function compareBodies(
  comparison: SchemaComparison,
  place: Place,
  { body: one }: OperationParts,
  { body: other }: OperationParts,
  base: Operation,
  head: Operation,
): void {
  const tell = (kind: Finding["kind"], more: Partial<Finding> = {}) =>
    comparison.report(below(place, "", ["requestBody"]), "request", { kind, ...more });
  if (one === undefined && other === undefined) return;
  if (other === undefined) tell("body-removed");
  else if (one === undefined) tell(head.body?.argumentRequired ? "required-body-added" : "body-added");
  else {
    const [wasNeeded, isNeeded] = [one.required === true, other.required === true];
    if (wasNeeded !== isNeeded) tell(isNeeded ? "body-became-required" : "body-became-optional");
    const [before, after] = [base.body?.contents[0]?.encoding, head.body?.contents[0]?.encoding];
    if (before !== undefined && after !== undefined && before !== after) tell("encoding-changed", { before, after });
    compareContents(comparison, below(place, "", ["requestBody"]), "request", one.content, other.content);
  }
}

function compareResponses(
  comparison: SchemaComparison,
  place: Place,
  one: OperationParts,
  other: OperationParts,
): void {
  const at = (status: string) => below(place, "", ["responses", status]);
  const kind = (status: string, change: "removed" | "added") =>
    /^2/.test(status) ? (`success-status-${change}` as const) : (`error-status-${change}` as const);
  for (const [status, response] of one.responses) {
    const after = other.responses.get(status);
    if (after === undefined) {
      comparison.report(at(status), "response", { kind: kind(status, "removed"), before: status });
      continue;
    }
    compareContents(comparison, at(status), "response", response.content ?? {}, after.content ?? {});
    compareHeaders(comparison, at(status), response.headers ?? {}, after.headers ?? {});
  }
  for (const status of other.responses.keys()) {
    if (!one.responses.has(status)) {
      comparison.report(at(status), "response", { kind: kind(status, "added"), after: status });
    }
  }
}

type Contents = Readonly<Record<string, MediaType>>;

function compareContents(
  comparison: SchemaComparison,
  place: Place,
  direction: Direction,
  base: Contents,
  head: Contents,
): void {
  const [before, after] = [Object.keys(base), Object.keys(head)];
  const tell = (finding: Finding) => comparison.report(place, direction, finding);
  if (direction === "response" && (before.length === 0) !== (after.length === 0)) {
    tell({ kind: after.length === 0 ? "answer-became-empty" : "answer-became-content" });
    return;
  }
  for (const type of before) {
    const media = Object.hasOwn(head, type) ? head[type] : undefined;
    if (media === undefined) tell({ kind: "media-type-removed", before: type });
    else
      compareSchemas(
        comparison,
        below(place, "", ["content", type, "schema"]),
        direction,
        base[type]?.schema,
        media.schema,
      );
  }
  for (const type of after) if (!Object.hasOwn(base, type)) tell({ kind: "media-type-added", after: type });
}

type Headers = Readonly<Record<string, Header | { $ref: string }>>;

function compareHeaders(comparison: SchemaComparison, place: Place, base: Headers, head: Headers): void {
  for (const [name, header] of Object.entries(base)) {
    const at = below(place, name, ["headers", name]);
    const [before, after] = [resolve<Header>(comparison.base, header), resolve<Header>(comparison.head, head[name])];
    if (after === undefined) comparison.report(at, "response", { kind: "header-removed" });
    else compareSchemas(comparison, at, "response", before && schemaOf(before), schemaOf(after));
  }
  for (const name of Object.keys(head)) {
    if (!Object.hasOwn(base, name))
      comparison.report(below(place, name, ["headers", name]), "response", { kind: "header-added" });
  }
}
