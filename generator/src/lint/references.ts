import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { isReference } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import { walkDocument } from "../document/walk.ts";
import type { Model } from "../model.ts";

/** Every reference leads to something within the document, also after the corrections. */
export function* references({ document }: Model): Generator<Diagnostic> {
  for (const { value, keys } of walkDocument(document)) {
    if (!isReference(value)) continue;
    const place = { pointer: toPointer(keys) };
    if (!value.$ref.startsWith("#")) {
      yield diagnose("reference-external", `${value.$ref} leads out of the document.`, place);
    } else if (resolve(document, value) === undefined) {
      yield diagnose("reference-unresolved", `${value.$ref} leads to nothing, or to itself.`, place);
    }
  }
}
