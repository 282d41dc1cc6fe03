import { isObject, type JsonObject, type OpenApiDocument } from "./openapi.ts";

/** What an object of a document is, by the specification's name for it. */
export type NodeKind =
  | "document"
  | "info"
  | "server"
  | "tag"
  | "components"
  | "pathItem"
  | "operation"
  | "parameter"
  | "header"
  | "requestBody"
  | "response"
  | "responses"
  | "mediaType"
  | "encoding"
  | "callback"
  | "securityScheme"
  | "example"
  | "link"
  | "schema"
  | "discriminator";

/** One object of a document with its kind and the keys that lead to it. */
export interface Node {
  readonly kind: NodeKind;
  readonly value: JsonObject;
  readonly keys: readonly (string | number)[];
  /** The key of its parent that it stands under, such as `properties`; undefined for the root. */
  readonly under?: string;
}

type Child = readonly ["one" | "list" | "map", NodeKind];

const one = (kind: NodeKind): Child => ["one", kind];
const list = (kind: NodeKind): Child => ["list", kind];
const map = (kind: NodeKind): Child => ["map", kind];

/**
 * Which keys of each kind of object hold further objects (OpenAPI 3.1, section 4.8; JSON Schema 2020-12). This table is
 * what tells a keyword from a property, a path or a schema that merely bears the same name.
 */
const children: Readonly<Record<NodeKind, Readonly<Record<string, Child>>>> = {
  document: {
    info: one("info"),
    servers: list("server"),
    tags: list("tag"),
    paths: map("pathItem"),
    webhooks: map("pathItem"),
    components: one("components"),
  },
  info: {},
  server: {},
  tag: {},
  components: {
    schemas: map("schema"),
    responses: map("response"),
    parameters: map("parameter"),
    examples: map("example"),
    requestBodies: map("requestBody"),
    headers: map("header"),
    securitySchemes: map("securityScheme"),
    links: map("link"),
    callbacks: map("callback"),
    pathItems: map("pathItem"),
  },
  pathItem: {
    parameters: list("parameter"),
    servers: list("server"),
    get: one("operation"),
    put: one("operation"),
    post: one("operation"),
    delete: one("operation"),
    options: one("operation"),
    head: one("operation"),
    patch: one("operation"),
    trace: one("operation"),
  },
  operation: {
    parameters: list("parameter"),
    requestBody: one("requestBody"),
    responses: one("responses"),
    callbacks: map("callback"),
    servers: list("server"),
  },
  parameter: { schema: one("schema"), content: map("mediaType"), examples: map("example") },
  header: { schema: one("schema"), content: map("mediaType"), examples: map("example") },
  requestBody: { content: map("mediaType") },
  // `responses` and `callback` are maps themselves: every key is a status code or an expression.
  responses: { "*": one("response") },
  callback: { "*": one("pathItem") },
  response: { headers: map("header"), content: map("mediaType"), links: map("link") },
  mediaType: { schema: one("schema"), examples: map("example"), encoding: map("encoding") },
  encoding: { headers: map("header") },
  securityScheme: {},
  example: {},
  link: {},
  discriminator: {},
  schema: {
    properties: map("schema"),
    patternProperties: map("schema"),
    dependentSchemas: map("schema"),
    $defs: map("schema"),
    additionalProperties: one("schema"),
    unevaluatedProperties: one("schema"),
    unevaluatedItems: one("schema"),
    propertyNames: one("schema"),
    items: one("schema"),
    contains: one("schema"),
    prefixItems: list("schema"),
    allOf: list("schema"),
    oneOf: list("schema"),
    anyOf: list("schema"),
    not: one("schema"),
    if: one("schema"),
    // biome-ignore lint/suspicious/noThenProperty: the name of a JSON Schema keyword
    then: one("schema"),
    else: one("schema"),
    discriminator: one("discriminator"),
  },
};

/** What a kind of object has under a key: one object, a list or a map of them, and of which kind; undefined for anything else. */
export function childForm(kind: NodeKind, key: string): Child | undefined {
  const table = children[kind];
  return Object.hasOwn(table, key) ? table[key] : table["*"];
}

/** Every object of a document, parents before children, in document order. References are met, not followed. */
export function walkDocument(document: OpenApiDocument): Generator<Node> {
  return walk({ kind: "document", value: document as unknown as JsonObject, keys: [] });
}

/** Every object at and below a node. An iterator of its own depth: a schema of many levels does not exhaust the stack. */
export function* walk(root: Node): Generator<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    // One by one: a map may have more members than a call takes arguments.
    for (const child of childrenOf(node).reverse()) waiting.push(child);
  }
}

/** The objects directly below a node, in document order. */
export function childrenOf({ kind, value, keys }: Node): Node[] {
  const found: Node[] = [];
  // Loops, since every stage walks the whole document.
  for (const key of Object.keys(value)) {
    const child = childForm(kind, key);
    const member = value[key];
    if (child === undefined || typeof member !== "object" || member === null) continue;
    const [shape, childKind] = child;
    if (Array.isArray(member) !== (shape === "list")) continue;
    if (shape === "one") found.push({ kind: childKind, value: member as JsonObject, keys: [...keys, key], under: key });
    else addMembers(found, member as JsonObject, { kind: childKind, keys: [...keys, key], under: key });
  }
  return found;
}

/** Adds the objects of a list or of a map, of which all but the value and the last key is known. */
function addMembers(found: Node[], members: JsonObject, { kind, keys, under }: Required<Omit<Node, "value">>): void {
  const isList = Array.isArray(members);
  for (const name of Object.keys(members)) {
    const value = members[name];
    if (isObject(value)) found.push({ kind, value, keys: [...keys, isList ? Number(name) : name], under });
  }
}
