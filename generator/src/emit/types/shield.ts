import ts from "typescript";
import { isObject, isReference, type JsonObject, type OpenApiDocument } from "../../document/openapi.ts";
import { fromPointer, toPointer } from "../../document/pointer.ts";
import { childrenOf, type Node } from "../../document/walk.ts";
import { jsdoc } from "../text/jsdoc.ts";

/**
 * What openapi-typescript is not given as it is: names that it would read as parts of a pointer (`%`, `#`, none at all) or
 * find on every object (`__proto__`), and values that look like schemas (`allOf`). Names are written in another way before it and
 * restored after it, in `unshield`; texts come as a comment takes them; values that could only be mistaken are left out.
 */
export function shield(document: OpenApiDocument): OpenApiDocument {
  return shieldNode({ kind: "document", value: document as unknown as JsonObject, keys: [] }) as never;
}

/** Restores the names in what openapi-typescript made of a shielded document. */
export function unshield(nodes: readonly ts.Node[]): void {
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (ts.isUnionTypeNode(node)) Object.assign(node, { types: ts.factory.createNodeArray(node.types.map(openType)) });
    if (ts.isStringLiteral(node)) node.text = decode(node.text);
    else if (ts.isIdentifier(node)) Object.assign(node, { escapedText: decode(String(node.escapedText)) });
    ts.forEachChild(node, (child) => {
      waiting.push(child);
    });
  }
}

/** Stands among an enum's values for those that are not listed. */
const open: string = "\ue000o";

/** Any text, in a form that leaves an editor the listed ones to offer: with `string` alone, they would be lost. */
function openType(member: ts.TypeNode): ts.TypeNode {
  // openapi-typescript makes identifiers, with quotes, of texts.
  const isOpen = ts.isIdentifier(member) && String(member.escapedText) === JSON.stringify(open);
  if (!isOpen) return member;
  const { factory } = ts;
  const text = factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  return factory.createParenthesizedType(factory.createIntersectionTypeNode([text, factory.createTypeLiteralNode([])]));
}

/** A character for private use: what follows it says what stands in its place. */
const mark = "\ue000";
const written: Readonly<Record<string, string>> = { [mark]: `${mark}m`, "%": `${mark}p`, "#": `${mark}h` };
const restored: Readonly<Record<string, string>> = { m: mark, p: "%", h: "#", n: "" };

function encode(name: string): string {
  const text = name.replace(/[\ue000%#]/g, (character) => written[character] ?? character);
  const isMistakable = text === "" || text in Object.prototype || text === "allOf" || text === "discriminator";
  return isMistakable || isNumber(text) ? `${mark}n${text}` : text;
}

/** True for a name that would be printed as a number, and be another name than its text. */
function isNumber(name: string): boolean {
  return String(Number(name)) === name;
}

function decode(text: string): string {
  return text.replace(/\ue000([mphn])/g, (_, kind: string) => restored[kind] ?? "");
}

function shieldNode(node: Node): JsonObject {
  if (isReference(node.value) && !isWithin(node.value.$ref)) return {};
  if (isRefusal(node)) return { enum: [] };
  const children = new Map(childrenOf(node).map((child) => [child.value, child]));
  const texts = textsOf(node);
  return Object.fromEntries(
    Object.entries(node.value).flatMap(([key, value]): [string, unknown][] => {
      const kept = value === undefined ? undefined : shieldMember(node, key, value, children);
      if (kept === undefined) return [];
      return [[isMap(node) && !isNumber(key) ? encode(key) : (texts.get(key) ?? key), kept]];
    }),
  );
}

/** True for a schema that nothing meets, written as `not` any: openapi-typescript takes no notice of `not`. */
function isRefusal({ kind, value: { not } }: Node): boolean {
  return kind === "schema" && (not === true || (isObject(not) && Object.keys(not).length === 0));
}

const textKeys = ["title", "summary", "description"];

/**
 * What the texts of an object are called instead, so that the first of them is. openapi-typescript puts a tag before a
 * description, which editors show, and none before the texts that it writes first.
 */
function textsOf(node: Node): ReadonlyMap<string, string> {
  if (isMap(node)) return new Map();
  const own = textKeys.filter((key) => typeof node.value[key] === "string" && node.value[key] !== "");
  return new Map(own.map((key, index) => [key, textKeys[index] as string]));
}

/** The two objects whose keys are names and not keywords. */
function isMap({ kind, value }: Node): boolean {
  return (kind === "responses" || kind === "callback") && !isReference(value);
}

/** True for a reference into a part of the document that has a type; the first part of others would be printed as it is. */
function isWithin(reference: string): boolean {
  return ["paths", "webhooks", "components"].includes(fromPointer(reference)?.[0] ?? "");
}

/** What a member of an object becomes; undefined where it is left out. */
function shieldMember(node: Node, key: string, value: unknown, children: ReadonlyMap<unknown, Node>): unknown {
  const shieldChild = (item: unknown) => {
    const child = children.get(item);
    return child === undefined ? ofNoObject(item) : shieldNode(child);
  };
  /** In a map, what nothing meets may be `false`, for which no comment is written. */
  const shieldMapped = (item: unknown) => {
    const child = children.get(item);
    if (child !== undefined && isRefusal(child)) return false;
    return isObject(item) ? shieldChild(item) : item;
  };
  if (children.has(value)) return shieldChild(value);
  if (isSchemaList(node, key) && Array.isArray(value)) return value.map(shieldChild);
  const members = isObject(value) || Array.isArray(value) ? Object.values(value) : [];
  if (members.some((item) => children.has(item))) {
    return Array.isArray(value) ? value.map(shieldChild) : mapObject(value as JsonObject, shieldMapped);
  }
  return shieldValue(node, key, value);
}

function isSchemaList({ kind }: Node, key: string): boolean {
  return kind === "schema" && ["allOf", "anyOf", "oneOf", "prefixItems"].includes(key);
}

/** What openapi-typescript takes in place of a list's item that is no object, such as the schema `false`. */
function ofNoObject(item: unknown): JsonObject {
  return item === false ? { enum: [] } : {};
}

/** A member that holds no part of the document but a value: a name, text, or data. */
function shieldValue({ kind, value: parent }: Node, key: string, value: unknown): unknown {
  switch (`${kind} ${key}`) {
    case "operation operationId":
    case "parameter name":
    case "discriminator propertyName":
    case "schema required":
    case "schema const":
      return encodeAll(value);
    case "schema enum":
      // For an object, openapi-typescript takes the values to be schemas.
      if (parent["type"] === "object") return undefined;
      return parent["x-open-enum"] === true ? [...(encodeAll(value) as unknown[]), open] : encodeAll(value);
    case "discriminator mapping":
      return isObject(value) ? mapObject(value, shieldReference) : undefined;
  }
  if (key === "$ref") return shieldReference(value);
  if (["title", "summary", "description", "format", "default", "example"].includes(key)) return asComment(value);
  if (key === "examples") return Array.isArray(value) ? value.filter(isTelling).map(asComment) : undefined;
  return hasObjects(value) ? undefined : value;
}

/** False for an example that shows no value, which only says what a sample of the whole has there. */
function isTelling(value: unknown): boolean {
  return value !== null && value !== "" && !(isObject(value) && Object.keys(value).length === 0);
}

/** Text, or data as the text that openapi-typescript would print for it, in the form that a comment takes. */
function asComment(value: unknown): string {
  return jsdoc(typeof value === "string" ? value : JSON.stringify(value, null, 2));
}

function shieldReference(reference: unknown): unknown {
  const keys = typeof reference === "string" ? fromPointer(reference) : undefined;
  return keys === undefined ? encodeAll(reference) : toPointer(keys.map(encode));
}

function encodeAll(value: unknown): unknown {
  if (typeof value === "string") return encode(value);
  if (Array.isArray(value)) return value.map(encodeAll);
  return isObject(value) ? mapObject(value, encodeAll) : value;
}

function mapObject(object: JsonObject, map: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [encode(name), map(value)]));
}

function hasObjects(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === "object" && item !== null);
  return isObject(value) && Object.values(value).some((item) => typeof item === "object" && item !== null);
}
