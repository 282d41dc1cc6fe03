import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { isReference, type Schema } from "../document/openapi.ts";
import { fromPointer, toPointer } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import type { Model } from "../model.ts";

/** No schema is composed of itself: `allOf` that leads round in a circle has no meaning, and tools loop on it. */
export function* compositions({ document }: Model): Generator<Diagnostic> {
  for (const [name, schema] of Object.entries(document.components?.schemas ?? {})) {
    const pointer = toPointer(["components", "schemas", name]);
    if (!contains(document, schema, pointer, new Set())) continue;
    yield diagnose("composition-circular", `The schema ${name} is composed of itself.`, { pointer });
  }
}

function contains(document: object, schema: Schema, pointer: string, visited: Set<string>): boolean {
  return (schema.allOf ?? []).some((part) => {
    if (!isReference(part)) return contains(document, part, pointer, visited);
    if (toPointer(fromPointer(part.$ref) ?? []) === pointer) return true;
    if (visited.has(part.$ref)) return false;
    visited.add(part.$ref);
    const target = resolve<Schema>(document, part);
    return target !== undefined && contains(document, target, pointer, visited);
  });
}
