import type { Model } from "../model.ts";
import type { Change, Report } from "./change.ts";
import { compareAliases } from "./compare-aliases.ts";
import { compareApi } from "./compare-api.ts";
import { compareEvents } from "./compare-events.ts";
import { compareOperations } from "./compare-operations.ts";
import { compareSchemaTypes } from "./compare-schema-types.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import { Findings } from "./findings.ts";
import { matchBy, matchOperations } from "./match-operations.ts";
import { matchSchemas } from "./match-schemas.ts";
import { sameParts } from "./same-parts.ts";
import { tellEvents, tellOperations, tellSchemas } from "./tell-unmatched.ts";

/**
 * Every change from one model to another, the worst first. First it is settled what corresponds to what, then each pair is
 * judged. The changes of a schema that several operations and events share are told once.
 */
export function diff(base: Model, head: Model): Change[] {
  const findings = new Findings(base, head);
  const report: Report = (place, direction, finding) => findings.add(place, direction, finding);
  const schemas = matchSchemas(base, head);
  const operations = matchOperations(base.operations, head.operations);
  const events = matchBy(base.events, head.events, ({ name }) => name);
  const sides = { base: base.document, head: head.document };
  const common = { renamed: schemas.renamed, isSame: sameParts(sides.base, sides.head) };
  const comparison: SchemaComparison = { ...sides, ...common, report, visited: new Map() };
  compareApi(base, head, report);
  for (const [one, other] of operations.pairs) compareOperations(comparison, one, other);
  tellOperations(operations, report);
  for (const [one, other] of events.pairs) compareEvents(comparison, one, other);
  tellEvents(events, report);
  tellSchemas(schemas, report);
  compareSchemaTypes(base, head, schemas.renamed, report);
  compareAliases(base, head, report);
  return findings.changes();
}
