import { isReference } from "./openapi.ts";
import { fromPointer, valueAt } from "./pointer.ts";

/** How many references may lead to one another before the chain counts as a cycle. */
const longestChain = 64;

/**
 * Follows a chain of local references to what it stands for. Gives undefined where a reference leads nowhere, leaves
 * the document, or leads back to itself.
 */
export function resolve<T extends object>(root: object, node: T | { $ref: string } | undefined): T | undefined {
  let value: unknown = node;
  for (let step = 0; step < longestChain; step++) {
    if (!isReference(value)) return value as T | undefined;
    const keys = fromPointer(value.$ref);
    if (keys === undefined) return undefined;
    value = valueAt(root, keys);
  }
  return undefined;
}

/** The component's name at the end of `#/components/<section>/<name>`; undefined for any other reference. */
export function componentName(reference: string, section = "schemas"): string | undefined {
  const keys = fromPointer(reference);
  return keys?.length === 3 && keys[0] === "components" && keys[1] === section ? keys[2] : undefined;
}
