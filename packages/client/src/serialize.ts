/**
 * A query in the form that Telnyx reads: objects as `filter[occurred_at][gte]=…`, at any depth, lists as repeated keys
 * with `[]`, and nothing for what is undefined or null.
 */
export function serializeQuery(query: object): string {
  return new URLSearchParams(pairs(query, "[]")).toString();
}

/** A form body (`application/x-www-form-urlencoded`), lists as repeated keys, as TeXML reads it. */
export function serializeForm(body: object): string {
  return new URLSearchParams(pairs(body, "")).toString();
}

/** The pairs of a value, each key with the way to it. */
function pairs(value: unknown, listMark: string, key = ""): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => pairs(item, listMark, key + listMark));
  if (value instanceof Date) return [[key, value.toISOString()]];
  if (typeof value !== "object") return [[key, String(value)]];
  return Object.entries(value).flatMap(([name, item]) => pairs(item, listMark, key ? `${key}[${name}]` : name));
}
