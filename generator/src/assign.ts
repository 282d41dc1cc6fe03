import { type Diagnostic, diagnose } from "./diagnostic.ts";
import { eventName } from "./document/event-name.ts";
import { type OpenApiDocument, operationKey } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { toPointer } from "./document/pointer.ts";
import type { Assignment } from "./model.ts";
import type { FamilyDefinition, SliceDefinition } from "./specs.ts";

/** An assignment, and the operations and events that the slice watches for and no family takes. */
export interface Assigned extends Assignment {
  readonly unclaimed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives every operation and webhook of a document to the one family that takes it, and says what no family takes. */
export function assign(document: OpenApiDocument, slice: SliceDefinition): Assigned {
  const operations = new Map<string, string>();
  const webhooks = new Map<string, string>();
  const unclaimed: string[] = [];
  const diagnostics: Diagnostic[] = [...unusedEntries(document, slice)];

  for (const { path, method, operation } of operationsOf(document)) {
    const key = operationKey(method, path);
    const takers = operationTakers(slice.families, key, operation.tags ?? []);
    const place = { pointer: toPointer(["paths", path, method]) };
    if (takers.length > 1) diagnostics.push(conflict(key, takers, place.pointer));
    if (takers[0] !== undefined) operations.set(key, takers[0].name);
    else if (isWatched(path, slice.watch.paths) && !slice.leftOut.some((entry) => entry.operation === key)) {
      unclaimed.push(key);
      diagnostics.push(diagnose("operation-unclaimed", `${key} belongs to no family.`, place));
    }
  }

  for (const [key, webhook] of Object.entries(document.webhooks ?? {})) {
    const event = eventName(document, webhook);
    if (event === undefined) continue;
    const takers = eventTakers(slice.families, event);
    const place = { pointer: toPointer(["webhooks", key]) };
    if (takers.length > 1) diagnostics.push(conflict(event, takers, place.pointer));
    if (takers[0] !== undefined) webhooks.set(key, takers[0].name);
    else if (isWatched(event, slice.watch.events) && !slice.leftOut.some((entry) => entry.event === event)) {
      unclaimed.push(event);
      diagnostics.push(diagnose("webhook-unclaimed", `The event ${event} belongs to no family.`, place));
    }
  }
  return { operations, webhooks, unclaimed: unclaimed.sort(), diagnostics };
}

/** The families that name an operation; where none does, those that take one of its tags. */
function operationTakers(families: readonly FamilyDefinition[], key: string, tags: readonly string[]) {
  const named = families.filter((family) => family.operations.includes(key));
  return named.length > 0 ? named : families.filter((family) => family.tags.some((tag) => tags.includes(tag)));
}

/** The families that name an event in full; where none does, those with the longest prefix of it. */
function eventTakers(families: readonly FamilyDefinition[], event: string) {
  const named = families.filter((family) => family.events.includes(event));
  if (named.length > 0) return named;
  const matches = families.map((family) => Math.max(0, ...family.events.map((entry) => prefixLength(entry, event))));
  const longest = Math.max(...matches);
  return longest === 0 ? [] : families.filter((_, index) => matches[index] === longest);
}

function prefixLength(entry: string, event: string): number {
  return entry.endsWith(".*") && event.startsWith(entry.slice(0, -1)) ? entry.length : 0;
}

function isWatched(name: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => name.startsWith(prefix));
}

function conflict(name: string, takers: readonly FamilyDefinition[], pointer: string): Diagnostic {
  const families = takers.map((family) => family.name).join(" and ");
  return diagnose("family-conflict", `${name} is taken by ${families}.`, { pointer });
}

/** Entries of the slice that name an operation or event which the document does not have. */
function* unusedEntries(document: OpenApiDocument, slice: SliceDefinition): Generator<Diagnostic> {
  const operations = new Set([...operationsOf(document)].map(({ method, path }) => operationKey(method, path)));
  const events = new Set(Object.values(document.webhooks ?? {}).map((webhook) => eventName(document, webhook)));
  for (const [index, family] of slice.families.entries()) {
    const missing = [
      ...family.operations.filter((entry) => !operations.has(entry)),
      ...family.events.filter((entry) => !entry.endsWith(".*") && !events.has(entry)),
    ];
    for (const entry of missing) {
      const place = { file: "specs/slice.json", pointer: toPointer(["families", index]) };
      yield diagnose("slice-entry-unused", `${family.name} names ${entry}, which the document does not have.`, place);
    }
  }
}
