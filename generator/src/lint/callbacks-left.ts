import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import { walkDocument } from "../document/walk.ts";
import type { Model } from "../model.ts";

/** No callback is left: openapi-typescript would drop it without a word. */
export function* callbacksLeft({ document }: Model): Generator<Diagnostic> {
  for (const { kind, keys } of walkDocument(document)) {
    if (kind === "callback")
      yield diagnose("callback-left", `The callback ${String(keys.at(-1))} is left.`, { pointer: toPointer(keys) });
  }
}
