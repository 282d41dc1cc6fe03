import { type Diagnostic, type DiagnosticCode, diagnose, type Place, type Result } from "./diagnostic.ts";
import { eventName, property } from "./document/event-name.ts";
import {
  isObject,
  isReference,
  type OpenApiDocument,
  operationKey,
  type Parameter,
  type Schema,
} from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { toPointer } from "./document/pointer.ts";
import { resolve } from "./document/resolve.ts";
import { walkDocument } from "./document/walk.ts";
import { pascalCase } from "./model/name.ts";

/**
 * Mends what has a safe answer, for a lenient run, and says so:
 *
 * - an operation without an operationId, or with one that is taken, is named after its method and path;
 * - a path parameter that is not declared is a string;
 * - a callback that is left, and a second webhook for an event, go;
 * - a reference that leads nowhere (a correction made it, the contract has none) stands for any value;
 * - a discriminator without a mapping gets one from its members' own literals, or goes.
 */
export function mend(contract: OpenApiDocument): Result<OpenApiDocument> {
  const document = structuredClone(contract);
  const mendings = [
    mendOperationIds,
    mendPathParameters,
    mendCallbacks,
    mendWebhooks,
    mendReferences,
    mendDiscriminators,
  ];
  return { value: document, diagnostics: mendings.flatMap((mending) => [...mending(document)]) };
}

function* mendOperationIds(document: OpenApiDocument): Generator<Diagnostic> {
  const present = new Set([...operationsOf(document)].map(({ operation }) => operation.operationId));
  const taken = new Set<string>();
  for (const { path, method, operation } of operationsOf(document)) {
    const id = operation.operationId;
    if (id === undefined || taken.has(id)) {
      const made = pascalCase(`${method} ${path}`);
      operation.operationId = made;
      for (let number = 2; present.has(operation.operationId); number++) operation.operationId = `${made}${number}`;
      present.add(operation.operationId);
      const message = `${operationKey(method, path)} was given the operationId ${operation.operationId}.`;
      const place = { pointer: toPointer(["paths", path, method]) };
      yield mended(id === undefined ? "operation-without-id" : "operation-id-duplicate", message, place);
    }
    taken.add(operation.operationId as string);
  }
}

function* mendPathParameters(document: OpenApiDocument): Generator<Diagnostic> {
  for (const { path, method, item, operation } of operationsOf(document)) {
    const declared = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
      .map((entry) => resolve<Parameter>(document, entry))
      .filter((parameter) => parameter?.in === "path");
    for (const [, name = ""] of path.matchAll(/\{([^{}]*)\}/g)) {
      if (declared.some((parameter) => parameter?.name === name)) continue;
      operation.parameters = [
        ...(operation.parameters ?? []),
        { name, in: "path", required: true, schema: { type: "string" } },
      ];
      const message = `${operationKey(method, path)} was given the path parameter ${name}.`;
      yield mended("path-parameter-missing", message, { pointer: toPointer(["paths", path, method]) });
    }
  }
}

function* mendCallbacks(document: OpenApiDocument): Generator<Diagnostic> {
  for (const { path, method, operation } of operationsOf(document)) {
    for (const key of Object.keys(operation.callbacks ?? {})) {
      const place = { pointer: toPointer(["paths", path, method, "callbacks", key]) };
      yield mended("callback-left", `The callback ${key} of ${operationKey(method, path)} was left out.`, place);
    }
    delete operation.callbacks;
  }
  for (const key of Object.keys(document.components?.callbacks ?? {})) {
    const place = { pointer: toPointer(["components", "callbacks", key]) };
    yield mended("callback-left", `The callback ${key} was left out.`, place);
  }
  if (document.components !== undefined) delete document.components["callbacks"];
}

function* mendWebhooks(document: OpenApiDocument): Generator<Diagnostic> {
  const taken = new Map<string, string>();
  for (const [key, webhook] of Object.entries(document.webhooks ?? {})) {
    const name = eventName(document, webhook);
    const other = name === undefined ? undefined : taken.get(name);
    if (name !== undefined && other === undefined) taken.set(name, key);
    if (other === undefined) continue;
    delete document.webhooks?.[key];
    const message = `The webhook ${key} was left out: ${other} delivers ${name} already.`;
    yield mended("event-name-duplicate", message, { pointer: toPointer(["webhooks", key]) });
  }
}

function* mendReferences(document: OpenApiDocument): Generator<Diagnostic> {
  for (const { kind, value, keys } of walkDocument(document)) {
    if (kind !== "schema" || !isReference(value) || !value.$ref.startsWith("#")) continue;
    if (resolve(document, value) !== undefined) continue;
    yield mended("reference-unresolved", `${value.$ref} leads to nothing and stands for any value.`, {
      pointer: toPointer(keys),
    });
    delete (value as Schema).$ref;
  }
}

function* mendDiscriminators(document: OpenApiDocument): Generator<Diagnostic> {
  for (const { kind, value, keys } of walkDocument(document)) {
    const schema = value as Schema;
    if (kind !== "schema" || !isObject(schema.discriminator)) continue;
    if (Object.keys(schema.discriminator.mapping ?? {}).length > 0) continue;
    const mapping = mappingOf(document, schema, schema.discriminator.propertyName);
    const message =
      mapping === undefined
        ? `The discriminator ${schema.discriminator.propertyName} was removed: its members do not tell its values.`
        : `The discriminator ${schema.discriminator.propertyName} was given the mapping that its members imply.`;
    if (mapping === undefined) delete schema.discriminator;
    else schema.discriminator.mapping = mapping;
    yield mended("discriminator-unmapped", message, { pointer: toPointer(keys) });
  }
}

/** The values of the discriminator by the schema that has each as its only one; undefined where one has none. */
function mappingOf(document: OpenApiDocument, schema: Schema, name: string): Record<string, string> | undefined {
  const entries = (schema.oneOf ?? schema.anyOf ?? []).map(({ $ref }): [unknown, string | undefined] => {
    const member = $ref === undefined ? undefined : resolve<Schema>(document, { $ref });
    const literals = property(document, member, name);
    return [literals?.const ?? (literals?.enum?.length === 1 ? literals.enum[0] : undefined), $ref];
  });
  const isComplete = entries.every(([value, reference]) => typeof value === "string" && reference !== undefined);
  return entries.length > 0 && isComplete ? (Object.fromEntries(entries) as Record<string, string>) : undefined;
}

function mended(code: DiagnosticCode, message: string, place: Place): Diagnostic {
  return { ...diagnose(code, message, place), severity: "warning" };
}
