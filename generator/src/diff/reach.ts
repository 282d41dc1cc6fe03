import { isReference, operationKey } from "../document/openapi.ts";
import { fromPointer, valueAt } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import type { Model } from "../model.ts";

/** The operations and events that use a component, also through others; none for a pointer that leads to none. */
export type Reach = (pointer: string) => readonly string[];

/** Finds for each component, by its pointer, who uses it. */
export function reachOf(model: Model): Reach {
  const users = new Map<string, Set<string>>();
  const below = new Map<string, readonly string[]>();
  const belowOf = (pointer: string) => {
    const found = below.get(pointer) ?? componentsIn(model, valueAt(model.document, fromPointer(pointer) ?? []));
    below.set(pointer, found);
    return found;
  };
  const visit = (owner: string, pointer: string) => {
    const known = users.get(pointer) ?? new Set();
    users.set(pointer, known);
    if (known.has(owner)) return;
    known.add(owner);
    for (const inner of belowOf(pointer)) visit(owner, inner);
  };
  for (const { method, path } of model.operations) {
    const item = model.document.paths[path];
    const owner = operationKey(method, path);
    for (const pointer of componentsIn(model, [item?.[method], item?.parameters])) visit(owner, pointer);
  }
  for (const { name, key } of model.events) {
    for (const pointer of componentsIn(model, model.document.webhooks?.[key])) visit(`event ${name}`, pointer);
  }
  return (pointer) => [...(users.get(pointer) ?? [])];
}

const component = /^#\/components\/[^/]*\/[^/]*$/;

/** The components that a part of the document refers to itself, by their pointers. */
function componentsIn({ document }: Model, value: unknown): string[] {
  const pointers = new Set<string>();
  const seen = new Set<unknown>();
  const look = (node: unknown) => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    if (!isReference(node)) Object.values(node).forEach(look);
    else if (component.test(node.$ref)) pointers.add(node.$ref);
    else look(resolve(document, node));
  };
  look(value);
  return [...pointers];
}
