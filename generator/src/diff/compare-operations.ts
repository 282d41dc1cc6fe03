import { type OperationObject, operationKey } from "../document/openapi.ts";
import type { Operation } from "../model.ts";
import type { Finding, Place } from "./change.ts";
import type { SchemaComparison } from "./compare-schemas.ts";
import { compareAnswers } from "./operation/answers.ts";
import { compareBodies } from "./operation/bodies.ts";
import { conduct } from "./operation/conduct.ts";
import { facts } from "./operation/facts.ts";
import { compareParameters } from "./operation/parameters.ts";
import { path } from "./operation/path.ts";
import { operationSecurity } from "./operation/security.ts";
import { signature } from "./operation/signature.ts";
import { sunset } from "./operation/sunset.ts";
import { typeNames } from "./operation/type-names.ts";

/** A rule on an operation as the model has it. */
export type OperationRule = (base: Operation, head: Operation) => Iterable<Finding>;

/** The rules on operations, in the order in which their findings are told. */
const operationRules: readonly OperationRule[] = [path, facts, typeNames, conduct, signature];

/** Compares an operation with what it has become: its names, its parameters, its bodies and its answers. */
export function compareOperations(comparison: SchemaComparison, base: Operation, head: Operation): void {
  const owner = operationKey(head.method, head.path);
  const place: Place = { owner, path: "", base: base.pointer, head: head.pointer };
  const tell = (finding: Finding) => comparison.report(place, undefined, finding);
  for (const rule of operationRules) for (const finding of rule(base, head)) tell(finding);
  const object = ({ paths }: typeof comparison.base, { path, method }: Operation): OperationObject =>
    paths[path]?.[method] ?? {};
  const [one, other] = [object(comparison.base, base), object(comparison.head, head)];
  for (const finding of sunset(one, other)) tell(finding);
  for (const finding of operationSecurity(comparison.base, comparison.head, one, other)) tell(finding);
  const parameters = ({ paths }: typeof comparison.base, { path }: Operation) => paths[path]?.parameters;
  if (comparison.isSame([parameters(comparison.base, base), one], [parameters(comparison.head, head), other])) return;
  compareParameters(comparison, place, base, head);
  compareBodies(comparison, place, base, head);
  compareAnswers(comparison, place, base, head);
}
