import { type Diagnostic, diagnose, type Result } from "./diagnostic.ts";
import { type Malformed, malformedParts } from "./document/malformed.ts";
import { type Method, methods, type OpenApiDocument } from "./document/openapi.ts";
import { toPointer, valueAt } from "./document/pointer.ts";

/**
 * Takes the malformed parts out of a document, each of which is an error: the stages that follow can rely on the forms that
 * OpenAPI has, and find what else there is to tell.
 */
export function checkForm(document: OpenApiDocument): Result<OpenApiDocument> {
  const parts = [...malformedParts(document)];
  if (parts.length === 0) return { value: document, diagnostics: [] };
  const value = structuredClone(document);
  // From the last to the first, so that removing an item does not move the ones still to come.
  for (const { keys } of [...parts].reverse()) remove(value, keys);
  return { value, diagnostics: parts.map(malformed) };
}

/** What is malformed of all that decides which family takes what: paths, webhooks, their operations and tags. */
export function checkRoots(document: OpenApiDocument): Diagnostic[] {
  const parts = [...malformedParts({ ...document, components: {} })].filter(({ keys }) => {
    const [section, , method, key, ...more] = keys;
    if ((section !== "paths" && section !== "webhooks") || more.length > 0) return false;
    return (method === undefined || methods.includes(method as Method)) && (key === undefined || key === "tags");
  });
  return parts.map(malformed);
}

function malformed({ keys, reason }: Malformed): Diagnostic {
  const pointer = toPointer(keys);
  return diagnose("part-malformed", `${pointer} is malformed: ${reason}.`, { pointer });
}

function remove(document: OpenApiDocument, keys: Malformed["keys"]): void {
  const last = keys.at(-1);
  const parent = valueAt(document, keys.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (parent !== undefined && last !== undefined) delete (parent as Record<string, unknown>)[last];
}
