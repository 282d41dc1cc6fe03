import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs } from "../specs.ts";

/** Each code has a text in each language, in general or for all of its statuses, and no text speaks of anything else. */
export function* errorTexts(_: Model, { errors, wordings }: Specs): Generator<Diagnostic> {
  for (const { language, errors: texts = {} } of wordings) {
    const place = (key: string) => ({ file: `specs/wording/${language}.yaml`, pointer: toPointer(["errors", key]) });
    const known = new Set<string>();
    for (const [code, { at }] of Object.entries(errors)) {
      const special = at.map(({ status }) => `${code} ${status}`);
      for (const key of [code, ...special]) known.add(key);
      const isTold = Object.hasOwn(texts, code) || special.every((key) => Object.hasOwn(texts, key));
      if (!isTold) yield diagnose("wording-missing", `${code} has no text.`, place(code));
    }
    for (const key of Object.keys(texts)) {
      if (!known.has(key)) yield diagnose("wording-unused", `specs/errors.yaml has no ${key}.`, place(key));
    }
  }
}
