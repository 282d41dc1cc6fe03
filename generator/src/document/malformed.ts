import { isObject, type OpenApiDocument } from "./openapi.ts";
import { childForm, type Node, type NodeKind, walkDocument } from "./walk.ts";

/** A part of a document that is not what OpenAPI has in its place. */
export interface Malformed {
  readonly keys: readonly (string | number)[];
  /** What it is and what it should be: `it is null, not an object`. */
  readonly reason: string;
}

/** Whether a value is of a form, and what the form is called. */
interface Form {
  readonly name: string;
  readonly fits: (value: unknown) => boolean;
}

const isText = (value: unknown) => typeof value === "string";
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText);

const text: Form = { name: "a text", fits: isText };
const texts: Form = { name: "a list of texts", fits: areTexts };
const type: Form = { name: "a text or a list of texts", fits: (value) => isText(value) || areTexts(value) };
const list: Form = { name: "a list", fits: Array.isArray };
const object: Form = { name: "an object", fits: isObject };
const flag: Form = { name: "true or false", fits: (value) => typeof value === "boolean" };
const number: Form = { name: "a number", fits: (value) => typeof value === "number" };
const schema: Form = { name: "an object", fits: (value) => isObject(value) || typeof value === "boolean" };
const objects: Form = {
  name: "a list of objects",
  fits: (value) => Array.isArray(value) && value.every(isObject),
};
const mapping: Form = {
  name: "an object of texts",
  fits: (value) => isObject(value) && Object.values(value).every(isText),
};
const location: Form = {
  name: "path, query, header or cookie",
  fits: (value) => ["path", "query", "header", "cookie"].includes(value as string),
};

/** The form of `keys`, all of them the same. */
const each = (form: Form, ...keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, form]));

/** What the keys that hold no further objects of OpenAPI hold, as far as the generator reads them. */
const forms: Partial<Record<NodeKind, Readonly<Record<string, Form>>>> = {
  document: { security: objects },
  operation: { operationId: text, tags: texts, security: objects, deprecated: flag },
  parameter: { name: text, in: location, required: flag, deprecated: flag, style: text, explode: flag },
  header: { required: flag, style: text, explode: flag },
  requestBody: { required: flag },
  server: { url: text, variables: object },
  discriminator: { propertyName: text, mapping },
  schema: {
    ...{ type, enum: list, required: texts },
    ...each(text, "format", "pattern", "contentEncoding", "contentMediaType"),
    ...each(flag, "deprecated", "readOnly", "writeOnly", "uniqueItems"),
    ...each(number, "minimum", "maximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems"),
    ...each(number, "minProperties", "maxProperties"),
  },
};

/** What an object cannot do without, unless it is a reference. */
const needed: Partial<Record<NodeKind, readonly string[]>> = {
  parameter: ["name", "in"],
  requestBody: ["content"],
  discriminator: ["propertyName"],
};

/** Objects that tell nothing that is generated: whatever they are, they are left alone. */
const untold: ReadonlySet<NodeKind> = new Set(["info", "tag", "example", "link"]);

/** Every malformed part of a document, in document order. What is below one of them is not looked at. */
export function* malformedParts(document: OpenApiDocument): Generator<Malformed> {
  for (const node of walkDocument(document)) yield* malformedIn(node);
}

/** Their keys are names of any kind: what is called `$ref` there may be a member. */
const isMap = (kind: NodeKind) => kind === "responses" || kind === "callback";

/** The malformed parts that stand directly in an object of a document. */
function* malformedIn({ kind, value, keys }: Node): Generator<Malformed> {
  const missing = isText(value["$ref"]) ? undefined : needed[kind]?.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) yield { keys, reason: `it has no \`${missing}\`` };
  const own = forms[kind] ?? {};
  for (const key of Object.keys(value)) {
    const form = key === "$ref" && !isMap(kind) ? text : Object.hasOwn(own, key) ? own[key] : undefined;
    if (form === undefined) yield* malformedChild(kind, key, value[key], keys);
    else if (!form.fits(value[key])) yield { keys: [...keys, key], reason: reasonOf(value[key], form) };
  }
}

function* malformedChild(kind: NodeKind, key: string, value: unknown, keys: Node["keys"]): Generator<Malformed> {
  const [shape, childKind] = childForm(kind, key) ?? [];
  // A map of the kind itself, such as the responses, may have extensions among its members.
  if (shape === undefined || childKind === undefined || untold.has(childKind) || key.startsWith("x-")) return;
  if (key === "$ref" && isText(value)) return;
  const one = childKind === "schema" ? schema : object;
  const form = { one, list, map: object }[shape];
  if (!form.fits(value)) yield { keys: [...keys, key], reason: reasonOf(value, form) };
  else if (shape !== "one") yield* malformedMembers(value as object, childKind, one, [...keys, key]);
}

/** The members of a list or of a map that are not of their form. */
function* malformedMembers(members: object, kind: NodeKind, form: Form, keys: Node["keys"]): Generator<Malformed> {
  for (const name of Object.keys(members)) {
    const member = (members as Record<string, unknown>)[name];
    if (form.fits(member) || (kind === "pathItem" && name.startsWith("x-"))) continue;
    yield { keys: [...keys, Array.isArray(members) ? Number(name) : name], reason: reasonOf(member, form) };
  }
}

function reasonOf(value: unknown, { name }: Form): string {
  const own = value === null ? "null" : Array.isArray(value) ? "a list" : isObject(value) ? "an object" : undefined;
  return `it is ${own ?? (isText(value) ? "a text" : String(value))}, not ${name}`;
}
