import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs } from "../specs.ts";

/**
 * Each code that upstream names has an entry in `errors.yaml` under its status; each entry names operations that are there,
 * and where upstream's document is its evidence, upstream still has the code.
 */
export function* errorCodes(model: Model, { errorCodes: facts, errors }: Specs): Generator<Diagnostic> {
  const told = new Set(model.errorCodes.flatMap(({ code, at }) => at.map(({ status }) => `${code} ${status}`)));
  const named = new Set(facts.map(({ code, status }) => `${code} ${status}`));
  for (const key of named) if (!told.has(key)) yield missing(key);
  for (const [code, { at }] of Object.entries(errors)) {
    for (const [index, { status, source }] of at.entries()) {
      const isDocumented = [source].flat().some(({ kind }) => kind === "document");
      if (!isDocumented || named.has(`${code} ${status}`)) continue;
      yield unused(`Upstream no longer names ${code} under ${status}.`, [code, "at", index]);
    }
  }
  for (const { code, at } of model.errorCodes) {
    for (const [index, { lost }] of at.entries()) {
      for (const name of lost) yield unused(`The contract has no operation ${name}.`, [code, "at", index]);
    }
  }
}

function missing(key: string): Diagnostic {
  const [code = "", status] = key.split(" ");
  const message = `Upstream names ${code} under ${status}, and nothing says what it means.`;
  return diagnose("error-code-missing", message, { file: "specs/errors.yaml", pointer: toPointer([code]) });
}

function unused(message: string, keys: readonly (string | number)[]): Diagnostic {
  return diagnose("error-code-unused", message, { file: "specs/errors.yaml", pointer: toPointer(keys) });
}
