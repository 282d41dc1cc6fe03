import type { OpenApiDocument } from "../document/openapi.ts";
import { isObject } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";

/** Whether a part of the one document and a part of the other say the same, with all that they refer to. */
export type SameParts = (base: unknown, head: unknown) => boolean;

/**
 * Finds the components that say the same in both documents, word by word, as do all that they refer to: most of them in
 * most comparisons. There is nothing to find in them, nor in whatever refers to no others.
 */
export function sameParts(base: OpenApiDocument, head: OpenApiDocument): SameParts {
  const [before, after] = [textsOf(base), textsOf(head)];
  const users = new Map<string, string[]>();
  const changed: string[] = [];
  for (const [pointer, text] of before) {
    if (after.get(pointer) !== text) changed.push(pointer);
    for (const target of referencesIn(text)) users.set(target, [...(users.get(target) ?? []), pointer]);
  }
  // What refers to something else than a component is looked at.
  const same = new Set(before.keys());
  for (const target of users.keys()) if (!before.has(target)) changed.push(target);
  for (let pointer = changed.pop(); pointer !== undefined; pointer = changed.pop()) {
    same.delete(pointer);
    changed.push(...(users.get(pointer) ?? []).filter((user) => same.has(user)));
  }
  return (one, other) => {
    const text = JSON.stringify(one);
    return text === JSON.stringify(other) && referencesIn(text ?? "").every((target) => same.has(target));
  };
}

function textsOf({ components }: OpenApiDocument): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(components ?? {}).flatMap(([section, entries]) =>
      Object.entries(isObject(entries) ? entries : {}).map(([name, entry]): [string, string] => {
        return [toPointer(["components", section, name]), JSON.stringify(entry)];
      }),
    ),
  );
}

/** Whatever stands where a reference does in the text; more than there are does no harm. */
function referencesIn(text: string): string[] {
  return [...text.matchAll(/"\$ref":"((?:[^"\\]|\\.)*)"/g)].map(([, reference = ""]) => reference);
}
