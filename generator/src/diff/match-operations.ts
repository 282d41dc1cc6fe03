import { operationKey } from "../document/openapi.ts";
import type { Operation } from "../model.ts";

/** Which operations of the one side are which of the other; which came and which went. */
export interface Matched<Item> {
  readonly pairs: readonly (readonly [Item, Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

const formOf = ({ method, path }: Operation) => operationKey(method, path.replace(/\{[^{}]*\}/g, "{}"));

/** Pairs operations by method and path, then whatever the path's parameters are called, then by operationId. */
export function matchOperations(base: readonly Operation[], head: readonly Operation[]): Matched<Operation> {
  const byKey = matchBy(base, head, ({ method, path }) => operationKey(method, path));
  const byForm = matchBy(byKey.removed, byKey.added, formOf);
  const byId = matchBy(byForm.removed, byForm.added, ({ id }) => id);
  return { ...byId, pairs: [...byKey.pairs, ...byForm.pairs, ...byId.pairs] };
}

/** Pairs what has one key on both sides. */
export function matchBy<Item>(
  base: readonly Item[],
  head: readonly Item[],
  keyOf: (item: Item) => string,
): Matched<Item> {
  const [before, after] = [
    new Map(base.map((item) => [keyOf(item), item])),
    new Map(head.map((item) => [keyOf(item), item])),
  ];
  const pairs = [...before].flatMap(([key, item]): [Item, Item][] => {
    const other = after.get(key);
    return other === undefined ? [] : [[item, other]];
  });
  return {
    pairs,
    removed: base.filter((item) => !after.has(keyOf(item))),
    added: head.filter((item) => !before.has(keyOf(item))),
  };
}
