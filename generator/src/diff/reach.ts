import { isReference, operationKey } from "../document/openapi.ts";
import { componentName, resolve } from "../document/resolve.ts";
import type { Model } from "../model.ts";

/** The operations and events that use a component schema, also through others; none for a name that is not there. */
export type Reach = (schema: string) => readonly string[];

/** Finds for each component schema who uses it. */
export function reachOf(model: Model): Reach {
  const users = new Map<string, Set<string>>();
  const below = new Map<string, readonly string[]>();
  const visit = (owner: string, name: string) => {
    const known = users.get(name) ?? new Set();
    users.set(name, known);
    if (known.has(owner)) return;
    known.add(owner);
    for (const inner of namesBelow(name)) visit(owner, inner);
  };
  const namesBelow = (name: string) => {
    const found = below.get(name) ?? schemasIn(model, model.document.components?.schemas?.[name]);
    below.set(name, found);
    return found;
  };
  for (const { method, path } of model.operations) {
    const item = model.document.paths[path];
    const owner = operationKey(method, path);
    for (const name of schemasIn(model, [item?.[method], item?.parameters])) visit(owner, name);
  }
  for (const { name, schema } of model.events) visit(`event ${name}`, schema);
  return (schema) => [...(users.get(schema) ?? [])];
}

/** The component schemas that a part of the document names, through other components too. */
function schemasIn({ document }: Model, value: unknown): string[] {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const look = (node: unknown) => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    if (!isReference(node)) return Object.values(node).forEach(look);
    const name = componentName(node.$ref);
    if (name === undefined) look(resolve(document, node));
    else names.add(name);
  };
  look(value);
  return [...names];
}
