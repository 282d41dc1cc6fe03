import { methods, type OpenApiDocument } from "./document/openapi.ts";
import { pascalCase } from "./model/name.ts";
import { propose } from "./propose.ts";
import type { Names } from "./specs.ts";

/**
 * What a lenient run does about names: an operation without an operationId, or with one that is taken, is named after
 * its method and path; what `names.json` lacks is called as `sync` would propose.
 */
export function mend(contract: OpenApiDocument, names: Names): { document: OpenApiDocument; names: Names } {
  const document = structuredClone(contract);
  const taken = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation === undefined) continue;
      if (operation.operationId === undefined || taken.has(operation.operationId)) {
        operation.operationId = pascalCase(`${method} ${path}`);
      }
      taken.add(operation.operationId);
    }
  }
  return { document, names: propose(document, names).names };
}
