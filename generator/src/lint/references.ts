import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { nodesOf } from "../document/nodes.ts";
import { isReference } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import type { Model } from "../model.ts";

/** Every reference leads to something within the document, also after the corrections. */
export function* references({ document }: Model): Generator<Diagnostic> {
  for (const { value, keys } of nodesOf(document)) {
    if (!isReference(value) || (value.$ref.startsWith("#") && resolve(document, value) !== undefined)) continue;
    const place = { pointer: toPointer(keys) };
    yield value.$ref.startsWith("#")
      ? diagnose("reference-unresolved", `${value.$ref} leads to nothing, or to itself.`, place)
      : diagnose("reference-external", `${value.$ref} leads out of the document.`, place);
  }
}
