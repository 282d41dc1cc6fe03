import type { Model } from "../model.ts";
import { canonical } from "./canonical.ts";

/** Which component schemas are in both models, under which names; which came and which went. */
export interface MatchedSchemas {
  /** The name after by the name before, for those in both. */
  readonly renamed: ReadonlyMap<string, string>;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * Pairs components by their names, then by the former names that the head knows, then those that went with those that came
 * and are the only ones alike.
 */
export function matchSchemas(base: Model, head: Model): MatchedSchemas {
  const [before, after] = [schemasOf(base), schemasOf(head)];
  const renamed = new Map([...before.keys()].filter((name) => after.has(name)).map((name) => [name, name]));
  for (const { name, target } of head.aliases.schemas) if (before.has(name)) renamed.set(name, target);
  let removed = [...before.keys()].filter((name) => !renamed.has(name));
  let added = [...after.keys()].filter((name) => !before.has(name) && ![...renamed.values()].includes(name));
  const [left, right] = [byForm(base, removed), byForm(head, added)];
  for (const [form, [name, ...others]] of left) {
    const [twin, ...twins] = right.get(form) ?? [];
    if (name !== undefined && twin !== undefined && others.length + twins.length === 0) renamed.set(name, twin);
  }
  removed = removed.filter((name) => !renamed.has(name));
  const taken = new Set(renamed.values());
  added = added.filter((name) => !taken.has(name));
  return { renamed, removed, added };
}

function schemasOf({ document }: Model) {
  return new Map(Object.entries(document.components?.schemas ?? {}));
}

function byForm(model: Model, names: readonly string[]): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const name of names) {
    const schema = model.document.components?.schemas?.[name];
    if (schema === undefined) continue;
    const form = canonical(model.document, schema);
    forms.set(form, [...(forms.get(form) ?? []), name]);
  }
  return forms;
}
