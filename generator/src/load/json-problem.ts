import { toPointer } from "../document/pointer.ts";

/** How deep JSON may be nested: what is deeper exhausts the stack of the stages, and no API is. YAML may be 100 levels deep. */
const deepest = 1_100;

/** An object or a list that the text is within: the keys that an object has so far, the index that a list is at. */
interface Level {
  readonly keys: Set<string> | undefined;
  at: string | number;
}

/** What JSON that was parsed has lost or cannot be gone through: a key that stands twice, and too many levels. */
export function jsonProblem(text: string): string | undefined {
  const levels: Level[] = [];
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[[\]{},]/g)) {
    if (token === "{" || token === "[") levels.push({ keys: token === "{" ? new Set() : undefined, at: 0 });
    else if (token === "}" || token === "]") levels.pop();
    else if (token === ",") nextItem(levels.at(-1));
    else if (token.endsWith(":") && !addKey(levels.at(-1), JSON.parse(token.slice(0, -1)))) {
      const place = toPointer(levels.slice(0, -1).map(({ at }) => at));
      return `The key ${JSON.parse(token.slice(0, -1))} stands twice at ${place}.`;
    }
    if (levels.length > deepest) return `It is nested deeper than ${deepest} levels.`;
  }
  return undefined;
}

function nextItem(level: Level | undefined): void {
  if (level !== undefined && level.keys === undefined) level.at = Number(level.at) + 1;
}

/** False where the object has the key already. */
function addKey(level: Level | undefined, key: string): boolean {
  if (level?.keys === undefined) return true;
  if (level.keys.has(key)) return false;
  level.keys.add(key);
  level.at = key;
  return true;
}
