import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs } from "../specs.ts";

/** Each resource of the client has a text, where the first wording has any, and each text its resource. */
export function* resourceTexts({ operations }: Model, { wordings }: Pick<Specs, "wordings">): Generator<Diagnostic> {
  const [{ language = "", resources = undefined } = {}] = wordings;
  if (resources === undefined) return;
  const names = new Set(
    operations.flatMap(({ accessor }) =>
      accessor.slice(0, -1).map((_, index) => accessor.slice(0, index + 1).join(".")),
    ),
  );
  const place = (name: string) => ({
    file: `specs/wording/${language}.yaml`,
    pointer: toPointer(["resources", name]),
  });
  for (const name of names) {
    if (!Object.hasOwn(resources, name)) {
      yield diagnose("wording-missing", `The resource ${name} has no text.`, place(name));
    }
  }
  for (const name of Object.keys(resources)) {
    if (!names.has(name)) yield diagnose("wording-unused", `The client has no resource ${name}.`, place(name));
  }
}
