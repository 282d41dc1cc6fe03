import { eventName } from "./document/event-name.ts";
import type { OpenApiDocument } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { proposeEventName, proposeOperationName } from "./model/name.ts";
import type { EventName, Names, OperationName } from "./specs.ts";

/** The names as they stand with a proposal for every operation and event that has none, and the keys that are new. */
export interface Proposal {
  readonly names: Names;
  readonly added: readonly string[];
}

/** Proposes names for what a contract has and `names.json` does not. Entries that exist are never touched. */
export function propose(contract: OpenApiDocument, names: Names): Proposal {
  const operations = new Map<string, OperationName>(Object.entries(names.operations));
  const events = new Map<string, EventName>(Object.entries(names.events));
  const added: string[] = [];
  for (const { path, method, operation } of operationsOf(contract)) {
    const id = operation.operationId;
    if (id === undefined || operations.has(id)) continue;
    operations.set(id, proposeOperationName(method, path, id));
    added.push(id);
  }
  for (const [key, webhook] of Object.entries(contract.webhooks ?? {})) {
    const event = eventName(contract, webhook);
    if (event === undefined || events.has(key)) continue;
    events.set(key, proposeEventName(event));
    added.push(key);
  }
  return { names: { ...names, operations: sorted(operations), events: sorted(events) }, added };
}

function sorted<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([left], [right]) => (left < right ? -1 : 1)));
}
