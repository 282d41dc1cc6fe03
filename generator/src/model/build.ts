import { type Diagnostic, diagnose, type Result } from "../diagnostic.ts";
import { type OpenApiDocument, operationKey } from "../document/openapi.ts";
import { operationsOf } from "../document/operations.ts";
import { toPointer } from "../document/pointer.ts";
import type { Alias, Assignment, Event, Family, Model, NamedSchema, Operation, TexmlCallback } from "../model.ts";
import type { Names, Specs, V1Events, Wording } from "../specs.ts";
import { buildAliases } from "./aliases.ts";
import { buildErrorCodes } from "./error-codes.ts";
import { buildEvent } from "./event.ts";
import { followingEvents } from "./following-events.ts";
import { schemaTypeName } from "./name.ts";
import { buildOperation } from "./operation.ts";
import { toShape } from "./shape.ts";

/** Builds the model of a corrected, worded document. What cannot be named or narrowed is reported and left out. */
export function buildModel(
  document: OpenApiDocument,
  assignment: Assignment,
  specs: Omit<Specs, "contract" | "corrections" | "wordings" | "upstreamWording" | "errorCodes" | "severities">,
  wording: Wording | undefined,
  texmlCallbacks: readonly TexmlCallback[] = [],
): Result<Model> {
  const diagnostics: Diagnostic[] = [];
  const named = {
    operations: buildOperations(document, assignment, specs, wording, diagnostics),
    events: buildEvents(document, assignment, specs, diagnostics),
    schemas: buildSchemas(document, specs.names),
  };
  const aliases = buildAliases(named, specs.names.aliases ?? {});
  const value: Model = {
    document,
    contract: {
      title: stringOf(document.info.title),
      version: stringOf(document.info.version),
      sha256: specs.lock.contract.sha256,
      source: specs.lock.source,
      server: stringOf(document.servers?.[0]?.url),
    },
    families: specs.slice.families.map(({ name, title }): Family => {
      const { title: translated = title, ...text } = entryOf(wording?.families ?? {}, name) ?? { summary: title };
      return { name, title: translated, text };
    }),
    ...named,
    resources: wording?.resources ?? {},
    texmlCallbacks,
    v1Names: buildV1Names(named.events, specs.v1Events),
    aliases: aliases.value,
    errorCodes: buildErrorCodes(named.operations, specs.errors, wording),
    history: specs.history,
  };
  return { value, diagnostics: [...diagnostics, ...aliases.diagnostics] };
}

/** A fact that the packages tell as text; empty where the document has none or something else there. */
function stringOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function buildOperations(
  document: OpenApiDocument,
  assignment: Pick<Assignment, "operations">,
  { names, examples, triggers }: Pick<Specs, "names" | "examples" | "triggers">,
  wording: Wording | undefined,
  diagnostics: Diagnostic[],
): Operation[] {
  const operations: Operation[] = [];
  for (const { path, method, item, operation } of operationsOf(document)) {
    const key = operationKey(method, path);
    const place = { pointer: toPointer(["paths", path, method]) };
    const family = assignment.operations.get(key);
    const id = operation.operationId;
    const name = id === undefined ? undefined : entryOf(names.operations, id);
    if (family === undefined) diagnostics.push(diagnose("family-missing", `${key} belongs to no family.`, place));
    else if (id === undefined) diagnostics.push(diagnose("operation-without-id", `${key} has no operationId.`, place));
    else if (name === undefined) {
      diagnostics.push(diagnose("operation-without-name", `specs/names.json has no entry for ${id}.`, place));
    } else {
      const events = followingEvents(entryOf(triggers, id) ?? [], wording?.occasions ?? {});
      const context = { document, path, item, method, id, name, family, examples, events, diagnostics };
      const schemaType = (component: string) => schemaTypeOf(names, component);
      operations.push(buildOperation({ ...context, schemaType }, operation));
    }
  }
  return operations;
}

function buildEvents(
  document: OpenApiDocument,
  assignment: Pick<Assignment, "webhooks">,
  { names, examples }: Pick<Specs, "names" | "examples">,
  diagnostics: Diagnostic[],
): Event[] {
  const events = Object.entries(document.webhooks ?? {}).flatMap(([key, webhook]) => {
    const family = assignment.webhooks.get(key);
    const name = entryOf(names.events, key);
    return buildEvent({ document, key, family, name, examples, diagnostics }, webhook) ?? [];
  });
  return events.sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** An event that was left out, because of what a diagnostic says, has no other name either. */
function buildV1Names(events: readonly Event[], v1Events: V1Events): Alias[] {
  const known = new Set(events.map(({ name }) => name));
  return Object.entries(v1Events)
    .map(([name, { event }]) => ({ name, target: event }))
    .filter(({ target }) => known.has(target))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

function buildSchemas(document: OpenApiDocument, names: Names): NamedSchema[] {
  return Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => ({
    name,
    typeName: schemaTypeOf(names, name),
    shape: toShape(document, schema),
    pointer: toPointer(["components", "schemas", name]),
  }));
}

function schemaTypeOf(names: Names, component: string): string {
  return entryOf(names.schemas ?? {}, component) ?? schemaTypeName(component);
}

/** An own entry: a specification may call its parts `constructor` or `__proto__`. */
function entryOf<T>(entries: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}
