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
 * and are the only ones alike: again and again, since two that refer to others are alike only once those others are.
 */
export function matchSchemas(base: Model, head: Model): MatchedSchemas {
  const [before, after] = [namesOf(base), namesOf(head)];
  const renamed = new Map([...before].filter((name) => after.has(name)).map((name) => [name, name]));
  for (const { name, target } of head.aliases.schemas) if (before.has(name)) renamed.set(name, target);
  const known = new Set(renamed.values());
  let removed = [...before].filter((name) => !renamed.has(name));
  let added = [...after].filter((name) => !known.has(name));
  for (let isDone = false; !isDone; ) {
    const pairs = pairAlike(base, removed, head, added, renamed);
    for (const [name, twin] of pairs) renamed.set(name, twin);
    const twins = new Set(pairs.map(([, twin]) => twin));
    removed = removed.filter((name) => !renamed.has(name));
    added = added.filter((name) => !twins.has(name));
    isDone = pairs.length === 0;
  }
  return { renamed, removed, added };
}

function namesOf({ document }: Model): ReadonlySet<string> {
  return new Set(Object.keys(document.components?.schemas ?? {}));
}

/** Those of each side that are alike and have no other like them. */
function pairAlike(
  base: Model,
  removed: readonly string[],
  head: Model,
  added: readonly string[],
  renamed: ReadonlyMap<string, string>,
): [string, string][] {
  if (removed.length === 0 || added.length === 0) return [];
  const left = byForm(base, removed, (name) => renamed.get(name) ?? name);
  const right = byForm(head, added, (name) => name);
  return [...left].flatMap(([form, [name, ...others]]): [string, string][] => {
    const [twin, ...twins] = right.get(form) ?? [];
    return name !== undefined && twin !== undefined && others.length + twins.length === 0 ? [[name, twin]] : [];
  });
}

/** A schema that refers to itself is called by no name there. */
function byForm(model: Model, names: readonly string[], called: (name: string) => string): Map<string, string[]> {
  const forms = new Map<string, string[]>();
  for (const name of names) {
    const schema = model.document.components?.schemas?.[name];
    if (schema === undefined) continue;
    const form = canonical(model.document, schema, (other) => (other === name ? "" : called(other)));
    const alike = forms.get(form) ?? [];
    alike.push(name);
    forms.set(form, alike);
  }
  return forms;
}
