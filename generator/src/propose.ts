import { eventName } from "./document/event-name.ts";
import type { OpenApiDocument } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { memberCase, pascalCase, proposeEventName, proposeOperationName } from "./model/name.ts";
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
  const wanted = new Map<string, OperationName>();
  for (const { path, method, operation } of operationsOf(contract)) {
    const id = operation.operationId;
    if (id !== undefined && !operations.has(id)) wanted.set(id, proposeOperationName(method, path, id));
  }
  const resources = new Set([...operations.values(), ...wanted.values()].flatMap(({ method }) => resourcesOf(method)));
  // A former name stays free for those who still use it.
  const former = Object.keys(names.aliases?.methods ?? {}).map((method) => ({ method, type: "" }));
  for (const [id, name] of wanted) {
    operations.set(id, untaken(name, id, [...operations.values(), ...former], resources));
    added.push(id);
  }
  for (const [key, webhook] of Object.entries(contract.webhooks ?? {})) {
    const event = eventName(contract, webhook);
    if (event === undefined || events.has(key)) continue;
    events.set(key, untakenEvent(proposeEventName(event), key, [...events.values()]));
    added.push(key);
  }
  return { names: { ...names, operations: sorted(operations), events: sorted(events) }, added };
}

/**
 * A method or type that is taken, and a method that is a resource as well, gives way to one after the operationId, and
 * that to one with a number.
 */
function untaken(
  { method, type }: OperationName,
  id: string,
  taken: readonly OperationName[],
  resources: ReadonlySet<string>,
): OperationName {
  const methods = new Set([...taken.map((name) => name.method), ...resources]);
  const types = new Set(taken.map((name) => name.type));
  return {
    method: firstUntaken([method, `${resourcesOf(method).at(-1)}.${memberCase(id)}`], methods),
    type: firstUntaken([type, pascalCase(id)], types),
  };
}

/** A type that is taken gives way to one after the webhook's key, and that to one with a number. */
function untakenEvent({ event, type }: EventName, key: string, taken: readonly EventName[]): EventName {
  return { event, type: firstUntaken([type, pascalCase(key)], new Set(taken.map((name) => name.type))) };
}

/** `calls.actions.answer` → `calls`, `calls.actions`. */
function resourcesOf(method: string): string[] {
  const parts = method.split(".").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}

function firstUntaken(names: readonly string[], taken: ReadonlySet<string>): string {
  const last = names.at(-1) ?? "";
  const found = names.find((name) => !taken.has(name));
  for (let number = 2; found === undefined; number++) if (!taken.has(`${last}${number}`)) return `${last}${number}`;
  return found;
}

function sorted<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([left], [right]) => (left < right ? -1 : 1)));
}
