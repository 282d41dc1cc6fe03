import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs } from "../specs.ts";

/** Every action of a correction says what shows that it is right. */
export function* correctionSources(_: Model, { corrections }: Pick<Specs, "corrections">): Generator<Diagnostic> {
  for (const { file, actions } of corrections) {
    for (const [index, { target, source }] of actions.entries()) {
      if (source !== undefined) continue;
      const place = { file, pointer: toPointer(["actions", index]) };
      yield diagnose("correction-without-source", `The action on ${target} has no source.`, place);
    }
  }
}
