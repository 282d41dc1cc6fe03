import type { Change } from "../change.ts";

/** Changes by what they belong to, in the order in which their owners are first met. */
export function byOwner<Item extends Change>(changes: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const owners = new Map<string, Item[]>();
  for (const change of changes) {
    const known = owners.get(change.owner);
    if (known === undefined) owners.set(change.owner, [change]);
    else known.push(change);
  }
  return owners;
}
