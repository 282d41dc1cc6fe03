import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { nodesOf } from "../document/nodes.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";

/** No callback is left: openapi-typescript would drop it without a word. */
export function* callbacksLeft({ document }: Model): Generator<Diagnostic> {
  for (const { kind, keys } of nodesOf(document)) {
    if (kind === "callback")
      yield diagnose("callback-left", `The callback ${String(keys.at(-1))} is left.`, { pointer: toPointer(keys) });
  }
}
