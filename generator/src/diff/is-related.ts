import type { Model } from "../model.ts";
import { matchBy, matchOperations } from "./match-operations.ts";

/** Whether two models can be two versions of one API: an operation, an event or the server is in both. */
export function isRelated(base: Model, head: Model): boolean {
  const counts = [base, head].map(({ operations, events }) => operations.length + events.length);
  if (counts.includes(0) || base.contract.server === head.contract.server) return true;
  if (matchOperations(base.operations, head.operations).pairs.length > 0) return true;
  return matchBy(base.events, head.events, ({ name }) => name).pairs.length > 0;
}
