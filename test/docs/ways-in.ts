/** The ways to all that is below a value, written as the tables write them. */
export function waysIn(value: unknown, way: string, known: ReadonlySet<string>): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => waysIn(item, `${way}[]`, known)))];
  if (typeof value !== "object" || value === null) return [];
  const prefix = way === "" ? "" : `${way}.`;
  // What has no names in the contract is a map: its own names stand in no table.
  const isMap = ![...known].some((name) => name.startsWith(prefix) && !name.startsWith(`${prefix}*`));
  return Object.entries(value).flatMap(([name, item]) => {
    const own = `${prefix}${name}`;
    return isMap ? waysIn(item, `${prefix}*`, known) : [own, ...waysIn(item, own, known)];
  });
}
