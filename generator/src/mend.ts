import { type Diagnostic, type DiagnosticCode, diagnose, type Place, type Result } from "./diagnostic.ts";
import { property } from "./document/event-name.ts";
import { isObject, type OpenApiDocument, operationKey, type Schema } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { toPointer } from "./document/pointer.ts";
import { resolve } from "./document/resolve.ts";
import { walkDocument } from "./document/walk.ts";
import { pascalCase } from "./model/name.ts";

/**
 * Mends what has a safe answer, for a lenient run: an operation without an operationId, or with one that is taken, is
 * named after its method and path; a discriminator without a mapping gets one from its members' own literals, or goes.
 */
export function mend(contract: OpenApiDocument): Result<OpenApiDocument> {
  const document = structuredClone(contract);
  return { value: document, diagnostics: [...mendOperationIds(document), ...mendDiscriminators(document)] };
}

function* mendOperationIds(document: OpenApiDocument): Generator<Diagnostic> {
  const taken = new Set<string>();
  for (const { path, method, operation } of operationsOf(document)) {
    const id = operation.operationId;
    if (id === undefined || taken.has(id)) {
      operation.operationId = pascalCase(`${method} ${path}`);
      const message = `${operationKey(method, path)} was given the operationId ${operation.operationId}.`;
      const place = { pointer: toPointer(["paths", path, method]) };
      yield mended(id === undefined ? "operation-without-id" : "operation-id-duplicate", message, place);
    }
    taken.add(operation.operationId as string);
  }
}

function* mendDiscriminators(document: OpenApiDocument): Generator<Diagnostic> {
  for (const { kind, value, keys } of walkDocument(document)) {
    const schema = value as Schema;
    if (kind !== "schema" || !isObject(schema.discriminator) || isObject(schema.discriminator.mapping)) continue;
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
