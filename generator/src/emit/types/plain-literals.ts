import { isObject, type JsonObject, type OpenApiDocument } from "../../document/openapi.ts";
import { walkDocument } from "../../document/walk.ts";

/**
 * Writes lists of values, and single ones, as a choice of constants. The type is the same; but for `enum` and `const`
 * openapi-typescript adds a tag to the comment (`@enum {string}`), which editors show before what a field is about.
 */
export function plainLiterals(document: OpenApiDocument): void {
  // All are found before the first is changed: what takes their place is a schema, too.
  for (const { kind, value } of [...walkDocument(document)]) {
    if (kind === "schema") plainLiteral(value);
  }
}

function plainLiteral(schema: JsonObject): void {
  if (schema["const"] !== undefined && schema["const"] !== null) {
    const { const: value } = schema;
    delete schema["const"];
    Object.assign(schema, choice(schema, [{ const: value }]));
  } else if (Array.isArray(schema["enum"]) && schema["enum"].length > 0) {
    const { enum: values, type } = schema;
    delete schema["enum"];
    // Beside fields, openapi-typescript takes no notice of the list.
    if (isObject(schema["properties"]) || schema["additionalProperties"] !== undefined || type === "object") return;
    const isNullable = Array.isArray(type) && type.includes("null");
    const members = (values as unknown[]).map((value) => (value === null ? { type: "null" } : { const: value }));
    Object.assign(schema, choice(schema, [...members, ...(isNullable ? [{ type: "null" }] : [])]));
  }
}

/** Takes from a schema what says in another way what its values are. */
function choice(schema: JsonObject, oneOf: readonly JsonObject[]): JsonObject {
  for (const key of ["type", "allOf", "anyOf", "oneOf", "discriminator", "properties", "items"]) delete schema[key];
  return { oneOf };
}
