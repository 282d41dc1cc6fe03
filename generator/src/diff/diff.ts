import { operationKey } from "../document/openapi.ts";
import type { Model } from "../model.ts";
import { type Change, levels, type Report } from "./change.ts";
import { compareAliases } from "./compare-aliases.ts";
import { compareEvents } from "./compare-events.ts";
import { compareOperations } from "./compare-operations.ts";
import { compareSchemaTypes } from "./compare-schema-types.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import { Findings } from "./findings.ts";
import { matchBy, matchOperations } from "./match-operations.ts";
import { matchSchemas } from "./match-schemas.ts";

/**
 * Every change from one model to another, the worst first. First it is settled what corresponds to what, then each pair is
 * judged. The changes of a schema that several operations and events share are told once.
 */
export function diff(base: Model, head: Model): Change[] {
  const findings = new Findings(base, head);
  const report: Report = (place, direction, finding) => findings.add(place, direction, finding);
  const schemas = matchSchemas(base, head);
  const comparison: SchemaComparison = {
    base: base.document,
    head: head.document,
    renamed: schemas.renamed,
    report,
    visited: new Map(),
  };
  compareServers(base, head, report);
  diffOperations(comparison, base, head);
  diffEvents(comparison, base, head);
  diffSchemas(comparison, schemas);
  compareSchemaTypes(base, head, schemas.renamed, report);
  compareAliases(base, head, report);
  return findings.changes().sort((left, right) => levels.indexOf(left.level) - levels.indexOf(right.level));
}

function compareServers(base: Model, head: Model, report: Report): void {
  const [before, after] = [base.contract.server, head.contract.server];
  if (before === after) return;
  const place = { owner: "the API", path: "", base: "#/servers", head: "#/servers" };
  report(place, undefined, { kind: "server-changed", before, after });
}

function diffOperations(comparison: SchemaComparison, base: Model, head: Model): void {
  const { pairs, removed, added } = matchOperations(base.operations, head.operations);
  for (const [one, other] of pairs) compareOperations(comparison, one, other);
  for (const { method, path, pointer } of removed) {
    const place = { owner: operationKey(method, path), path: "", base: pointer, head: "" };
    comparison.report(place, undefined, { kind: "operation-removed" });
  }
  for (const { method, path, pointer } of added) {
    const place = { owner: operationKey(method, path), path: "", base: "", head: pointer };
    comparison.report(place, undefined, { kind: "operation-added" });
  }
}

function diffEvents(comparison: SchemaComparison, base: Model, head: Model): void {
  const { pairs, removed, added } = matchBy(base.events, head.events, ({ name }) => name);
  for (const [one, other] of pairs) compareEvents(comparison, one, other);
  for (const { name, pointer } of removed) {
    comparison.report({ owner: `event ${name}`, path: "", base: pointer, head: "" }, undefined, {
      kind: "event-removed",
    });
  }
  for (const { name, pointer } of added) {
    comparison.report({ owner: `event ${name}`, path: "", base: "", head: pointer }, undefined, {
      kind: "event-added",
    });
  }
}

/** Components by name: what came, went or is called otherwise. Their insides were compared where they are used. */
function diffSchemas({ report }: SchemaComparison, { renamed, removed, added }: ReturnType<typeof matchSchemas>): void {
  const at = (name: string) => `#/components/schemas/${name}`;
  for (const [before, after] of renamed) {
    if (before === after) continue;
    const place = { owner: `schema ${after}`, path: "", base: at(before), head: at(after) };
    report(place, undefined, { kind: "schema-renamed", before, after });
  }
  for (const name of removed) {
    report({ owner: `schema ${name}`, path: "", base: at(name), head: "" }, undefined, { kind: "schema-removed" });
  }
  for (const name of added) {
    report({ owner: `schema ${name}`, path: "", base: "", head: at(name) }, undefined, { kind: "schema-added" });
  }
}
