import { operationKey } from "../document/openapi.ts";
import type { Operation } from "../model.ts";

/** Which operations of the one side are which of the other; which came and which went. */
export interface Matched<Item> {
  readonly pairs: readonly (readonly [Item, Item])[];
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
}

/** Pairs operations by method and path, whatever the path's parameters are called, then by operationId. */
export function matchOperations(base: readonly Operation[], head: readonly Operation[]): Matched<Operation> {
  const first = matchBy(base, head, ({ method, path }) => operationKey(method, path.replace(/\{[^{}]*\}/g, "{}")));
  const second = matchBy(first.removed, first.added, ({ id }) => id);
  return { ...second, pairs: [...first.pairs, ...second.pairs] };
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
