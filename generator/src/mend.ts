import type { OpenApiDocument } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { pascalCase } from "./model/name.ts";

/**
 * What a lenient run does first: an operation without an operationId, or with one that is taken, is named after its
 * method and path.
 */
export function mend(contract: OpenApiDocument): OpenApiDocument {
  const document = structuredClone(contract);
  const taken = new Set<string>();
  for (const { path, method, operation } of operationsOf(document)) {
    if (operation.operationId === undefined || taken.has(operation.operationId)) {
      operation.operationId = pascalCase(`${method} ${path}`);
    }
    taken.add(operation.operationId);
  }
  return document;
}
