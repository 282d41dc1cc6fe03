import { isReference } from "../document/openapi.ts";
import { fromPointer, toPointer, valueAt } from "../document/pointer.ts";

type Keys = readonly (string | number)[];

/** A way through a document, and what was tried: objects by how many keys were left then, so that circles end. */
interface Search {
  readonly root: object;
  readonly tried: Map<object, Set<number>>;
}

/**
 * The pointer to what stands at another one, which passes over references, parts and single alternatives as a comparison
 * does; the other one itself where nothing stands there.
 */
export function findPointer(document: object, pointer: string): string {
  const keys = fromPointer(pointer);
  const found = keys && find({ root: document, tried: new Map() }, [], document, keys);
  return found === undefined ? pointer : toPointer(found);
}

function find(search: Search, at: Keys, value: unknown, rest: Keys): Keys | undefined {
  const [key, ...more] = rest;
  if (key === undefined) return value === undefined ? undefined : at;
  if (typeof value !== "object" || value === null || isTried(search, value, rest.length)) return undefined;
  if (isReference(value)) {
    const target = fromPointer(value.$ref);
    return target && find(search, target, valueAt(search.root, target), rest);
  }
  const own = Object.hasOwn(value, key) ? find(search, [...at, key], valueAt(value, [key]), more) : undefined;
  return own ?? findInParts(search, at, value, rest);
}

function isTried({ tried }: Search, value: object, left: number): boolean {
  const known = tried.get(value) ?? new Set();
  tried.set(value, known);
  return known.size === known.add(left).size;
}

/** Of several parts that say something of one field the last counts. */
function findInParts(search: Search, at: Keys, value: object, rest: Keys): Keys | undefined {
  for (const keyword of ["allOf", "oneOf", "anyOf"]) {
    const members = valueAt(value, [keyword]);
    if (!Array.isArray(members)) continue;
    for (const [index, member] of [...members.entries()].reverse()) {
      const found = find(search, [...at, keyword, index], member, rest);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
