import { isObject } from "../document/openapi.ts";

/** Words, which make no two values differ. */
const words: ReadonlySet<string> = new Set(["description", "title", "example", "examples"]);

/** A value with the keys of its objects in order; with `isSchema` also without the words that say what it is for. */
export function sorted(value: unknown, isSchema = false): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, isSchema));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => !isSchema || !words.has(key));
  return Object.fromEntries(
    entries.sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, item]) => [key, sorted(item, isSchema)]),
  );
}
