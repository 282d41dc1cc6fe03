import { eventName } from "./document/event-name.ts";
import { type OpenApiDocument, operationKey } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";

/** What one contract has and another has not, by name; `changed` has another content in each. */
export interface Comparison {
  readonly operations: Difference;
  readonly events: Difference;
  readonly schemas: Difference;
}

export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Compares two contracts by the names of their parts: a glance, not a verdict. */
export function compare(before: OpenApiDocument | undefined, after: OpenApiDocument): Comparison {
  return {
    operations: difference(before && operations(before), operations(after)),
    events: difference(before && events(before), events(after)),
    schemas: difference(before?.components?.schemas, after.components?.schemas),
  };
}

/** True where nothing was added, removed or changed. */
export function isUnchanged(comparison: Comparison): boolean {
  return Object.values(comparison).every(
    ({ added, removed, changed }: Difference) => added.length + removed.length + changed.length === 0,
  );
}

function operations(document: OpenApiDocument): Record<string, unknown> {
  return Object.fromEntries(
    [...operationsOf(document)].map(({ path, method, operation, item }) => {
      return [operationKey(method, path), [operation, item.parameters]];
    }),
  );
}

function events(document: OpenApiDocument): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(document.webhooks ?? {}).map(([key, webhook]) => [eventName(document, webhook) ?? key, webhook]),
  );
}

function difference(before: Record<string, unknown> = {}, after: Record<string, unknown> = {}): Difference {
  const isIn = (record: Record<string, unknown>) => (name: string) => Object.hasOwn(record, name);
  const [earlier, later] = [Object.keys(before).sort(), Object.keys(after).sort()];
  return {
    added: later.filter((name) => !isIn(before)(name)),
    removed: earlier.filter((name) => !isIn(after)(name)),
    changed: later.filter((name) => isIn(before)(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name])),
  };
}
