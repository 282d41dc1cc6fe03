import { isObject, type Schema } from "../document/openapi.ts";
import { flatSchema } from "./flat-schema.ts";

/** Words, which make no two schemas differ. */
const words: ReadonlySet<string> = new Set(["description", "title", "example", "examples"]);

/**
 * A schema as a text that is the same for schemas alike on the wire: keys sorted, words left out. References to components
 * are taken by their names, so that the text is finite.
 */
export function canonical(root: object, schema: Schema): string {
  const { schema: own, types, isNullable, values, alternatives } = flatSchema(root, schema);
  const rest = Object.fromEntries(Object.entries(own).filter(([key]) => !known.has(key)));
  return JSON.stringify(sorted({ ...rest, types, isNullable, values, alternatives }));
}

/** What the flat form has in its own words. */
const known: ReadonlySet<string> = new Set(["type", "enum", "const", "oneOf", "anyOf", "nullable"]);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => !words.has(key));
  return Object.fromEntries(
    entries.sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  );
}
