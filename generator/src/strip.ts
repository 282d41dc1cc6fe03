import { isObject, isReference, type JsonObject, methods, type OpenApiDocument } from "./document/openapi.ts";
import { toPointer } from "./document/pointer.ts";
import { type NodeKind, walkDocument } from "./document/walk.ts";
import type { UpstreamWording } from "./specs.ts";

/**
 * The keys that hold facts of an API, for each kind of object. Whatever is not listed is prose, an example or a vendor's
 * extension and does not enter the contract. `*` keeps every key: those objects are maps.
 */
const facts: Readonly<Record<NodeKind, readonly string[] | "*">> = {
  document: ["openapi", "info", "servers", "security", "tags", "paths", "webhooks", "components"],
  info: ["title", "version"],
  server: ["url", "variables"],
  tag: ["name"],
  components: [
    "schemas",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "securitySchemes",
    "callbacks",
    "pathItems",
  ],
  pathItem: ["parameters", "servers", ...methods],
  operation: ["operationId", "tags", "parameters", "requestBody", "responses", "callbacks", "deprecated", "security"],
  parameter: [
    ...["name", "in", "required", "deprecated", "allowEmptyValue"],
    ...["style", "explode", "allowReserved", "schema", "content"],
  ],
  header: ["required", "deprecated", "style", "explode", "schema", "content"],
  requestBody: ["required", "content"],
  responses: "*",
  response: ["headers", "content"],
  mediaType: ["schema", "encoding"],
  encoding: ["contentType", "headers", "style", "explode", "allowReserved"],
  callback: "*",
  securityScheme: ["type", "scheme", "bearerFormat", "name", "in", "flows", "openIdConnectUrl"],
  example: [],
  link: [],
  discriminator: ["propertyName", "mapping"],
  schema: [
    ...["type", "format", "enum", "const", "default", "deprecated", "readOnly", "writeOnly", "discriminator"],
    ...["properties", "required", "additionalProperties", "patternProperties", "propertyNames"],
    ...["minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "unevaluatedProperties", "$defs"],
    ...["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems", "unevaluatedItems"],
    ...["allOf", "anyOf", "oneOf", "not", "if", "then", "else"],
    ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
    ...["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType"],
  ],
};

/**
 * Reduces a document to facts, in a canonical order: what upstream says in prose stays upstream's. The texts that were
 * taken out come back beside the contract, by JSON pointer.
 */
export function strip(document: OpenApiDocument, title: string): { contract: OpenApiDocument; texts: UpstreamWording } {
  const copy = structuredClone(document);
  const texts: Record<string, { summary?: string; description?: string }> = {};
  for (const node of walkDocument(copy)) {
    const text = textOf(node.value);
    if (text !== undefined) texts[toPointer(node.keys)] = text;
    removeProse(node.kind, node.value);
  }
  copy.openapi = "3.1.0";
  copy.info = { title, version: copy.info.version };
  return { contract: sortDocument(copy), texts };
}

function textOf(value: JsonObject): { summary?: string; description?: string } | undefined {
  const { summary, description } = value;
  if (typeof summary !== "string" && typeof description !== "string") return undefined;
  return {
    ...(typeof summary === "string" ? { summary } : {}),
    ...(typeof description === "string" ? { description } : {}),
  };
}

function removeProse(kind: NodeKind, value: JsonObject): void {
  const kept = facts[kind];
  const isKept = (key: string) => key === "$ref" || (kept === "*" ? !key.startsWith("x-") : kept.includes(key));
  for (const key of Object.keys(value)) if (!isKept(key)) delete value[key];
  if (kind === "server") keepOnly(Object.values(value["variables"] ?? {}), ["enum", "default"]);
  if (kind === "securityScheme") keepFlows(Object.values(value["flows"] ?? {}));
  // OpenAPI requires the field; its text belongs to the wording.
  if (kind === "response" && !isReference(value)) value["description"] = "";
}

function keepOnly(objects: readonly unknown[], kept: readonly string[]): void {
  for (const object of objects.filter(isObject)) {
    for (const key of Object.keys(object)) if (!kept.includes(key)) delete object[key];
  }
}

/** OpenAPI requires a text for every scope, so an empty one stays. */
function keepFlows(flows: readonly unknown[]): void {
  keepOnly(flows, ["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"]);
  for (const flow of flows.filter(isObject)) {
    if (!isObject(flow["scopes"])) continue;
    flow["scopes"] = Object.fromEntries(Object.keys(flow["scopes"]).map((scope) => [scope, ""]));
  }
}

const rootOrder = ["openapi", "info", "servers", "security", "tags", "paths", "webhooks", "components"];

/** Sorts all keys, so that an upstream reordering is no change; properties and values keep the order they came in. */
function sortDocument(document: OpenApiDocument): OpenApiDocument {
  for (const node of walkDocument(document)) {
    const order = node.kind === "document" ? byList(rootOrder) : byText;
    sortKeys(node.value, order);
    if (node.kind === "components") for (const section of Object.values(node.value)) sortKeys(section, byText);
    if (node.kind === "document") for (const section of ["paths", "webhooks"]) sortKeys(node.value[section], byText);
  }
  return document;
}

function sortKeys(value: unknown, order: (left: string, right: string) => number): void {
  if (!isObject(value)) return;
  const entries = Object.entries(value).sort(([left], [right]) => order(left, right));
  for (const key of Object.keys(value)) delete value[key];
  for (const [key, item] of entries) {
    Object.defineProperty(value, key, { value: item, enumerable: true, writable: true, configurable: true });
  }
}

/** Code unit order: the same on every machine, whatever its locale. */
function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function byList(list: readonly string[]) {
  return (left: string, right: string) => list.indexOf(left) - list.indexOf(right);
}
