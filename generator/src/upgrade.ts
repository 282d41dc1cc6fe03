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

function upgradeNullable(schema: JsonObject): void {
  const isNullable = schema["nullable"] === true;
  delete schema["nullable"];
  if (!isNullable) return;
  if (typeof schema["type"] === "string") schema["type"] = [schema["type"], "null"];
  if (Array.isArray(schema["enum"]) && !schema["enum"].includes(null)) schema["enum"] = [...schema["enum"], null];
  if (schema["type"] === undefined && Array.isArray(schema["allOf"])) {
    schema["anyOf"] = [{ allOf: schema["allOf"] }, { type: "null" }];
    delete schema["allOf"];
  }
}

function upgradeLimit(schema: JsonObject, exclusive: string, inclusive: string): void {
  if (typeof schema[exclusive] !== "boolean") return;
  if (schema[exclusive] === true) {
    schema[exclusive] = schema[inclusive];
    delete schema[inclusive];
  } else delete schema[exclusive];
}

/** Moves every callback whose body names an event to `webhooks`, under the callback's own key. */
function liftCallbacks(document: OpenApiDocument): void {
  const webhooks: Record<string, PathItem> = { ...document.webhooks };
  for (const { operation } of operationsOf(document)) {
    const { callbacks } = operation;
    if (!isObject(callbacks)) continue;
    for (const [key, callback] of Object.entries(callbacks)) {
      const [target] = Object.values(resolve<JsonObject>(document, callback as JsonObject) ?? {});
      if (!isObject(target) || eventName(document, target) === undefined) continue;
      webhooks[key] ??= target;
      delete callbacks[key];
    }
    if (Object.keys(callbacks).length === 0) delete operation.callbacks;
  }
  if (Object.keys(webhooks).length > 0) document.webhooks = webhooks;
}
