/**
 * The fields that so many events have in common that it saves most to name them once; none where there is little to save.
 * Given are the names that each event has.
 */
export function usualFields(events: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of events.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const sets = names.map((_, index) => names.slice(0, index + 1).map(([name]) => name));
  const [best] = sets
    .map((set) => ({ set, saved: set.length * (events.filter((own) => hasAll(own, set)).length - 1) }))
    .sort((left, right) => right.saved - left.saved);
  return best !== undefined && best.saved >= worthwhile ? best.set.sort() : [];
}

/** How many names fewer are worth the sentence that explains it. */
const worthwhile = 20;

/** Whether all of some names are among others. */
export function hasAll(names: readonly string[], some: readonly string[]): boolean {
  return some.every((name) => names.includes(name));
}
