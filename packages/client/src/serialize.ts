import type { PageQuery } from "./pagination.ts";

/**
 * A query in the form that Telnyx reads: objects as `filter[occurred_at][gte]=…`, at any depth, lists as repeated keys
 * with `[]`, and nothing for what is undefined or null. What leads to a page stands in place of what the query had.
 */
export function serializeQuery(query: object, pageQuery: PageQuery = {}): string {
  const parameters = new URLSearchParams(pairs(query, "[]"));
  for (const [key, value] of Object.entries(pageQuery)) {
    if (value === null) parameters.delete(key);
    else parameters.set(key, value);
  }
  return parameters.toString();
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
