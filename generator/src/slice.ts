import { type Diagnostic, diagnose, type Outcome } from "./diagnostic.ts";
import {
  isObject,
  isReference,
  methods,
  type OpenApiDocument,
  operationKey,
  type PathItem,
} from "./document/openapi.ts";
import { fromPointer, toPointer, valueAt } from "./document/pointer.ts";
import { type Node, walk, walkDocument } from "./document/walk.ts";
import type { Assignment } from "./model.ts";

/**
 * Cuts a document down to the assigned operations and webhooks, and to the components that they reach. Gives no
 * document where a reference leads nowhere or out of the document, or where nothing is selected.
 */
export function slice(document: OpenApiDocument, assignment: Assignment): Outcome<OpenApiDocument> {
  const roots: OpenApiDocument = {
    ...document,
    paths: selectPaths(document, assignment),
    webhooks: selectKeys(document.webhooks ?? {}, (key) => assignment.webhooks.has(key)),
    components: {},
  };
  const diagnostics: Diagnostic[] = [];
  if (Object.keys(roots.paths).length + Object.keys(roots.webhooks ?? {}).length === 0) {
    diagnostics.push(diagnose("slice-empty", "The slice selects no operation and no webhook of this document."));
    return { diagnostics };
  }
  const components = reach(document, roots, diagnostics);
  if (diagnostics.length > 0) return { diagnostics };
  const sliced: OpenApiDocument = { ...roots, components };
  const tags = usedTags(sliced);
  return { value: { ...sliced, tags: [...tags].sort().map((name) => ({ name })) }, diagnostics };
}

function selectPaths(document: OpenApiDocument, assignment: Assignment): Record<string, PathItem> {
  const selected: Record<string, PathItem> = {};
  for (const [path, item] of Object.entries(document.paths)) {
    const dropped = methods.filter((method) => !assignment.operations.has(operationKey(method, path)));
    if (!isObject(item)) continue;
    const kept = selectKeys(item, (key) => !(dropped as string[]).includes(key)) as PathItem;
    if (methods.some((method) => kept[method] !== undefined)) selected[path] = kept;
  }
  return selected;
}

function selectKeys<T extends object>(object: T, isKept: (key: string) => boolean): T {
  return Object.fromEntries(Object.entries(object).filter(([key]) => isKept(key))) as T;
}

/** The components that the roots lead to, over any number of references. */
function reach(document: OpenApiDocument, roots: OpenApiDocument, diagnostics: Diagnostic[]) {
  const components: Record<string, Record<string, unknown>> = { securitySchemes: usedSecuritySchemes(document, roots) };
  const visited = new Set<string>();
  const waiting: Iterable<Node>[] = [walkDocument(roots)];
  for (let nodes = waiting.pop(); nodes !== undefined; nodes = waiting.pop()) {
    for (const [reference, node] of newReferences(nodes, visited)) {
      const component = componentAt(document, reference);
      if (component === undefined) diagnostics.push(badReference(reference, node));
      else if (add(components, component)) waiting.push(walkComponent(component));
    }
  }
  return components;
}

interface Component {
  readonly section: string;
  readonly name: string;
  readonly value: unknown;
}

/** The references of some nodes that were not met before, each with the node that has it. */
function* newReferences(nodes: Iterable<Node>, visited: Set<string>): Generator<[string, Node]> {
  for (const node of nodes) {
    for (const reference of referencesOf(node)) {
      if (visited.has(reference)) continue;
      visited.add(reference);
      yield [reference, node];
    }
  }
}

/** The component that a reference leads to or into; undefined where it leads anywhere else. */
function componentAt(document: OpenApiDocument, reference: string): Component | undefined {
  const keys = fromPointer(reference) ?? [];
  const [root, section, name] = keys;
  if (root !== "components" || section === undefined || name === undefined) return undefined;
  if (valueAt(document, keys) === undefined) return undefined;
  return { section, name, value: valueAt(document, [root, section, name]) };
}

/** False where the component is there already. A name may be `__proto__`, hence no plain assignment. */
function add(components: Record<string, Record<string, unknown>>, { section, name, value }: Component): boolean {
  if (!Object.hasOwn(components, section)) define(components, section, {});
  const members = components[section] ?? {};
  if (Object.hasOwn(members, name)) return false;
  define(members, name, value);
  return true;
}

function define(object: object, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}

/** Where an object of the document points to: its own reference, or the targets of a discriminator's mapping. */
function referencesOf(node: Node): string[] {
  if (isReference(node.value)) return [node.value.$ref];
  if (node.kind !== "discriminator" || !isObject(node.value["mapping"])) return [];
  return Object.values(node.value["mapping"])
    .filter((target): target is string => typeof target === "string")
    .map((target) => (/[#/]/.test(target) ? target : toPointer(["components", "schemas", target])));
}

function walkComponent({ section, name, value }: Component): Iterable<Node> {
  return walk({ kind: "components", value: { [section]: { [name]: value } }, keys: ["components"] });
}

function badReference(reference: string, node: Node): Diagnostic {
  const place = { pointer: toPointer(node.keys) };
  return reference.startsWith("#")
    ? diagnose("reference-unresolved", `${reference} leads to no component of the document.`, place)
    : diagnose("reference-external", `${reference} leads out of the document.`, place);
}

function usedSecuritySchemes(document: OpenApiDocument, roots: OpenApiDocument): Record<string, unknown> {
  const names = new Set(schemesIn(document.security));
  for (const { kind, value } of walkDocument(roots)) {
    if (kind === "operation") for (const name of schemesIn(value["security"])) names.add(name);
  }
  return selectKeys(document.components?.securitySchemes ?? {}, (name) => names.has(name));
}

function schemesIn(security: unknown): string[] {
  return Array.isArray(security) ? security.filter(isObject).flatMap(Object.keys) : [];
}

function usedTags(document: OpenApiDocument): Set<string> {
  const tags = new Set<string>();
  for (const node of walkDocument(document)) {
    if (node.kind !== "operation" || !Array.isArray(node.value["tags"])) continue;
    for (const tag of node.value["tags"]) if (typeof tag === "string") tags.add(tag);
  }
  return tags;
}
