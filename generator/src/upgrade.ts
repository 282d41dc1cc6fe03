import { eventName } from "./document/event-name.ts";
import { isObject, type JsonObject, type OpenApiDocument, type PathItem } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { resolve } from "./document/resolve.ts";
import { walkDocument } from "./document/walk.ts";

/**
 * Turns a document of OpenAPI 3.0 into one of 3.1: `nullable` and boolean exclusive limits become JSON Schema, and
 * callbacks that carry events become webhooks. A document of 3.1 only has its callbacks lifted, should it have any.
 */
export function upgrade(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  dropBareRequired(copy);
  if (copy.openapi.startsWith("3.0")) {
    for (const node of walkDocument(copy)) {
      if (node.kind !== "schema") continue;
      upgradeNullable(node.value);
      upgradeLimit(node.value, "exclusiveMinimum", "minimum");
      upgradeLimit(node.value, "exclusiveMaximum", "maximum");
    }
    copy.openapi = "3.1.0";
  }
  liftCallbacks(copy);
  return copy;
}

/** Takes `required: true` and `required: false` off schemas: JSON Schema had it at a field once, in OpenAPI it says nothing. */
function dropBareRequired(document: OpenApiDocument): void {
  for (const { kind, value } of walkDocument(document)) {
    if (kind === "schema" && typeof value["required"] === "boolean") delete value["required"];
  }
}

/** What says something of a schema and nothing of its values: it stays where it is. */
const annotations = new Set(["title", "description", "example", "default", "deprecated", "readOnly", "writeOnly"]);

function upgradeNullable(schema: JsonObject): void {
  const isNullable = schema["nullable"] === true;
  delete schema["nullable"];
  if (!isNullable) return;
  if (typeof schema["type"] === "string") schema["type"] = [schema["type"], "null"];
  if (Array.isArray(schema["enum"]) && !schema["enum"].includes(null)) schema["enum"] = [...schema["enum"], null];
  if (schema["type"] === undefined && Array.isArray(schema["allOf"])) {
    const whole = { ...schema };
    for (const key of Object.keys(schema)) if (!annotations.has(key)) delete schema[key];
    for (const key of annotations) delete whole[key];
    schema["anyOf"] = [whole, { type: "null" }];
  }
}

function upgradeLimit(schema: JsonObject, exclusive: string, inclusive: string): void {
  if (typeof schema[exclusive] !== "boolean") return;
  const isExclusive = schema[exclusive] === true && schema[inclusive] !== undefined;
  if (isExclusive) {
    schema[exclusive] = schema[inclusive];
    delete schema[inclusive];
  } else delete schema[exclusive];
}

/** Moves every callback whose body names an event to `webhooks`, under the callback's own key. */
function liftCallbacks(document: OpenApiDocument): void {
  const webhooks = new Map(Object.entries(document.webhooks ?? {}));
  for (const { operation } of operationsOf(document)) {
    const { callbacks } = operation;
    if (!isObject(callbacks)) continue;
    for (const [key, callback] of Object.entries(callbacks)) {
      const target = liftable(document, callback as JsonObject, webhooks.get(key));
      if (target === undefined) continue;
      webhooks.set(key, target);
      delete callbacks[key];
    }
    if (Object.keys(callbacks).length === 0) delete operation.callbacks;
  }
  if (webhooks.size > 0) document.webhooks = Object.fromEntries(webhooks);
}

/**
 * The webhook that a callback stands for: the one that is there under its key already, or its own. Undefined where it
 * names no event, or another than that one: it stays a callback then, which lint reports.
 */
function liftable(document: OpenApiDocument, callback: JsonObject, present?: PathItem): PathItem | undefined {
  const [target, ...more] = Object.values(resolve<JsonObject>(document, callback) ?? {});
  if (!isObject(target) || more.length > 0) return undefined;
  const event = eventName(document, target);
  if (event === undefined || present === undefined) return event === undefined ? undefined : target;
  return eventName(document, present) === event ? present : undefined;
}
