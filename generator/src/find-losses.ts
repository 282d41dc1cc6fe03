import { type Diagnostic, diagnose } from "./diagnostic.ts";
import { eventName } from "./document/event-name.ts";
import { type OpenApiDocument, operationKey } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { toPointer } from "./document/pointer.ts";

/**
 * Says where a document has less than half of the operations or of the events of the contract before it. An API seldom
 * shrinks so; a document that was cut short does, and what is left of YAML is YAML.
 */
export function findLosses(before: OpenApiDocument | undefined, document: OpenApiDocument): Diagnostic[] {
  if (before === undefined) return [];
  const operations = new Set([...operationsOf(document)].map(({ method, path }) => operationKey(method, path)));
  const webhooks = Object.entries(document.webhooks ?? {});
  const events = new Set(webhooks.flatMap(([key, webhook]) => [key, eventName(document, webhook)]));
  const [had, heard] = [[...operationsOf(before)], Object.entries(before.webhooks ?? {})];
  const calls = had.map(({ method, path }) => operationKey(method, path)).filter((key) => !operations.has(key));
  const deliveries = heard.flatMap(([key, webhook]) => {
    const name = eventName(before, webhook) ?? key;
    return events.has(key) || events.has(name) ? [] : [name];
  });
  return [...loss("operations", "paths", calls, had.length), ...loss("events", "webhooks", deliveries, heard.length)];
}

function loss(what: string, section: string, gone: readonly string[], all: number): Diagnostic[] {
  if (gone.length * 2 <= all) return [];
  const message = `${gone.length} of the ${all} ${what} of the contract are not in the document, such as ${gone[0]}.`;
  return [diagnose("document-incomplete", message, { pointer: toPointer([section]) })];
}
