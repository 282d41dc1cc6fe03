import { CORE_SCHEMA, mergeTag, load as parseYaml } from "js-yaml";
import { jsonProblem } from "./json-problem.ts";

/** How many aliases YAML may have, and how many values those may stand for: a few of them may stand for more than fits. */
const [mostAliases, mostRepeated] = [10_000, 500_000];

/** The core schema: no dates, no yes and no, so that YAML and JSON of one document are equal. Merge keys are merged. */
const schema = CORE_SCHEMA.withTags(mergeTag);

/** Reads a document by what it looks like, since the ending of an address says little; or says why it cannot be read. */
export function parseText(bytes: Uint8Array): { readonly value: unknown } | { readonly problem: string } {
  const text = decode(bytes);
  if (text === undefined) return { problem: "It is not encoded in UTF-8." };
  const isJson = /^\s*[[{]/.test(text);
  try {
    if (!isJson) return unshared(parseYaml(text, { schema, maxAliases: mostAliases }));
    const value: unknown = JSON.parse(text);
    const problem = jsonProblem(text);
    return problem === undefined ? { value } : { problem };
  } catch (error) {
    const reason = String((error as Error).message).split("\n")[0];
    return { problem: `It is neither JSON nor YAML (${reason}).` };
  }
}

/** Undefined where the bytes are no UTF-8: what they stand for would be lost unseen. A byte order mark goes. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Gives each alias an object of its own, since stages change what they are given. */
function unshared(root: unknown): { readonly value: unknown } | { readonly problem: string } {
  const met = new Set<unknown>();
  let repeated = 0;
  const waiting = [root].filter(isCollection);
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const [key, member] of Object.entries(parent)) {
      if (!isCollection(member)) continue;
      const isRepeated = met.has(member);
      if (isRepeated) repeated += 1;
      if (repeated > mostRepeated) return { problem: `Its aliases stand for more than ${mostRepeated} values.` };
      met.add(member);
      waiting.push(isRepeated ? replaced(parent, key, member) : member);
    }
  }
  return { value: root };
}

function isCollection(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Puts a copy of the member in its place. Not assigned: a key may be `__proto__`. */
function replaced(parent: object, key: string, member: object): object {
  const value = Array.isArray(member) ? [...member] : { ...member };
  Object.defineProperty(parent, key, { value, enumerable: true, writable: true, configurable: true });
  return value;
}
