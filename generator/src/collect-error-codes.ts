import { isObject, type OpenApiDocument, type Response } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { componentName, resolve } from "./document/resolve.ts";
import type { ErrorCodeFact } from "./specs.ts";

/**
 * The codes that examples of errors name, before `strip` takes the examples out: each with its status, and with the shared
 * response or the operation that it stands on. Titles and sentences stay upstream's.
 */
export function collectErrorCodes(document: OpenApiDocument): ErrorCodeFact[] {
  const facts = new Map<string, ErrorCodeFact>();
  for (const { operation } of operationsOf(document)) {
    for (const [status, entry] of Object.entries(operation.responses ?? {})) {
      if (!/^[45]\d\d$/.test(status)) continue;
      const shared = isObject(entry) ? componentName(String(entry["$ref"]), "responses") : undefined;
      const place = shared === undefined ? { operation: String(operation.operationId) } : { response: shared };
      for (const code of codesIn(document, resolve<Response>(document, entry))) {
        const fact = { code, status, ...place };
        facts.set(JSON.stringify([code, status, shared ?? "", place]), fact);
      }
    }
  }
  return [...facts].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, fact]) => fact);
}

function codesIn(document: OpenApiDocument, response: Response | undefined): string[] {
  return Object.values(response?.content ?? {})
    .filter(isObject)
    .flatMap(({ example, examples }) => {
      const named = isObject(examples) ? Object.values(examples).filter(isObject) : [];
      return [example, ...named.map((entry) => resolve<{ value?: unknown }>(document, entry)?.value)];
    })
    .flatMap(errorsIn)
    .flatMap((error) => (isObject(error) && isCode(error["code"]) ? [String(error["code"])] : []));
}

/** A word or a number: what is longer is a text, and stays upstream's. */
function isCode(value: unknown): boolean {
  return (typeof value === "string" || typeof value === "number") && /^[\w.-]{1,64}$/.test(String(value));
}

function errorsIn(value: unknown): unknown[] {
  return isObject(value) && Array.isArray(value["errors"]) ? value["errors"] : [];
}
