import { type Diagnostic, diagnose } from "./diagnostic.ts";
import { eventName } from "./document/event-name.ts";
import { type OpenApiDocument, operationKey } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { toPointer } from "./document/pointer.ts";
import { type UnreadWebhook, unreadWebhooks } from "./document/unread-webhooks.ts";
import { words } from "./model/name.ts";
import type { Assignment } from "./model.ts";
import type { FamilyDefinition, Names, SliceDefinition } from "./specs.ts";

/** An assignment, and the operations and events that the slice watches for and no family takes. */
export interface Assigned extends Assignment {
  readonly unclaimed: readonly string[];
  /** The webhooks that no family can take, whoever is meant: they are no events, or not all of them is one. */
  readonly unread: readonly UnreadWebhook[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives every operation and webhook of a document to the one family that takes it, and says what no family takes.
 * `known` tells what event a webhook has been, should it not say so any more.
 */
export function assign(document: OpenApiDocument, slice: SliceDefinition, known: Names["events"] = {}): Assigned {
  const found = [...placedOperations(document, slice), ...placedEvents(document, slice)];
  const taken = (kind: Placed["kind"]) =>
    new Map(found.flatMap(({ kind: own, key, takers: [taker] }) => (own === kind && taker ? [[key, taker.name]] : [])));
  const unclaimed = found.filter(({ takers, isWatched }) => takers.length === 0 && isWatched);
  return {
    operations: taken("operation"),
    webhooks: taken("webhook"),
    unclaimed: unclaimed.map(({ name }) => name).sort(),
    unread: unreadWebhooks(document).filter((webhook) => isMissed(webhook, slice, known)),
    diagnostics: [
      ...unusedEntries(document, slice),
      ...found.filter(({ takers }) => takers.length > 1).map(conflict),
      ...unclaimed.map(({ kind, name, pointer }) =>
        diagnose(`${kind}-unclaimed`, `${kind === "operation" ? name : `The event ${name}`} belongs to no family.`, {
          pointer,
        }),
      ),
    ],
  };
}

/** An operation or a webhook with the families that take it: one, if all is well. */
interface Placed {
  readonly kind: "operation" | "webhook";
  /** What the assignment knows it by: `POST /calls`, or the webhook's key. */
  readonly key: string;
  /** What the slice knows it by: `POST /calls`, or the event's name. */
  readonly name: string;
  readonly pointer: string;
  readonly takers: readonly FamilyDefinition[];
  readonly isWatched: boolean;
}

function* placedOperations(
  document: OpenApiDocument,
  { families, watch, leftOut }: SliceDefinition,
): Generator<Placed> {
  for (const { path, method, operation } of operationsOf(document)) {
    const key = operationKey(method, path);
    const isLeftOut = leftOut.some((entry) => entry.operation === key);
    yield {
      kind: "operation",
      key,
      name: key,
      pointer: toPointer(["paths", path, method]),
      takers: operationTakers(families, key, operation.tags),
      isWatched: !isLeftOut && watch.paths.some((prefix) => path.startsWith(prefix)),
    };
  }
}

function* placedEvents(document: OpenApiDocument, { families, watch, leftOut }: SliceDefinition): Generator<Placed> {
  for (const [key, webhook] of Object.entries(document.webhooks ?? {})) {
    const name = eventName(document, webhook);
    if (name === undefined) continue;
    const isLeftOut = leftOut.some((entry) => entry.event === name);
    yield {
      kind: "webhook",
      key,
      name,
      pointer: toPointer(["webhooks", key]),
      takers: eventTakers(families, name),
      isWatched: !isLeftOut && watch.events.some((prefix) => name.startsWith(prefix)),
    };
  }
}

/**
 * Whether a webhook that cannot be read may be one of these. One that says its event is, by the event; one that does not, by
 * any name that it may have. One that comes as no event does may be anything, so that it is unless it says otherwise.
 */
function isMissed(webhook: UnreadWebhook, slice: SliceDefinition, known: Names["events"]): boolean {
  const { key, events, names, isOdd } = webhook;
  const before = Object.hasOwn(known, key) ? known[key]?.event : undefined;
  const certain = before === undefined ? events : [before, ...events];
  if (slice.leftOut.some(({ event = "" }) => event === key || certain.includes(event))) return false;
  if (certain.length > 0 && isOdd) return certain.some((name) => isMeant(slice, name));
  return isOdd || [...certain, ...names.flatMap(spellings)].some((name) => isMeant(slice, name));
}

/** A family would take the name, or it is watched for, be it of an event or of a path. */
function isMeant({ families, watch }: SliceDefinition, name: string): boolean {
  return (
    eventTakers(families, name).length > 0 ||
    [...watch.events, ...watch.paths].some((prefix) => name.startsWith(prefix))
  );
}

/** A name, in small letters, and as events are spelled: `callAnswered`, `call.answered`. */
function spellings(name: string): string[] {
  return [name, name.toLowerCase(), words(name).join(".").toLowerCase()];
}

/** The families that name an operation; where none does, those that take one of its tags. */
function operationTakers(families: readonly FamilyDefinition[], key: string, tags: unknown) {
  const named = families.filter((family) => family.operations.includes(key));
  return named.length > 0
    ? named
    : families.filter((family) => Array.isArray(tags) && family.tags.some((tag) => tags.includes(tag)));
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

function conflict({ name, takers, pointer }: Placed): Diagnostic {
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
