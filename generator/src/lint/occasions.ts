import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs } from "../specs.ts";

/** Every wording has a text for each occasion of the triggers, and for no other. */
export function* occasions(
  _: Model,
  { triggers, wordings }: Pick<Specs, "triggers" | "wordings">,
): Generator<Diagnostic> {
  const used = new Set(
    Object.values(triggers)
      .flat()
      .flatMap((trigger) => (typeof trigger === "string" || trigger.occasion === undefined ? [] : [trigger.occasion])),
  );
  for (const { language, occasions: texts = {} } of wordings) {
    const place = (key: string) => {
      return { file: `specs/wording/${language}.yaml`, pointer: toPointer(["occasions", key]) };
    };
    for (const key of used)
      if (!Object.hasOwn(texts, key)) yield diagnose("wording-missing", `The occasion ${key} has no text.`, place(key));
    for (const key of Object.keys(texts))
      if (!used.has(key)) yield diagnose("wording-unused", `No trigger has the occasion ${key}.`, place(key));
  }
}
