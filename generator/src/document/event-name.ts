import { isObject, type OpenApiDocument, type PathItem, type Schema } from "./openapi.ts";
import { resolve } from "./resolve.ts";

/**
 * The name that a webhook's event bears on the wire: the only value of `event_type`, in the envelope's `data` or, where
 * an envelope has none, at its top. Undefined where there is no such field or it allows other than one value.
 */
export function eventName(document: OpenApiDocument, webhook: PathItem): string | undefined {
  const type = eventType(document, webhook);
  const value = type?.const ?? (type?.enum?.length === 1 ? type.enum[0] : undefined);
  return typeof value === "string" ? value : undefined;
}

/** The schema of the field that tells events apart. */
export function eventType(document: OpenApiDocument, webhook: PathItem): Schema | undefined {
  return eventTypeOf(document, webhookSchema(document, webhook));
}

/** The schema of the field that tells events apart, in what is delivered. */
export function eventTypeOf(document: OpenApiDocument, envelope: Schema | undefined): Schema | undefined {
  return property(document, property(document, envelope, "data") ?? envelope, "event_type");
}

/** The schema of what a webhook delivers as JSON. */
export function webhookSchema(document: OpenApiDocument, webhook: PathItem): Schema | undefined {
  const body = resolve(document, (webhook as PathItem | null)?.post?.requestBody);
  return resolve<Schema>(document, body?.content?.["application/json"]?.schema);
}

/** A property of a schema or of one of the schemas it is composed of. */
export function property(
  document: OpenApiDocument,
  schema: Schema | undefined,
  name: string,
  visited = new Set<object>(),
): Schema | undefined {
  // A schema may be composed of itself.
  if (!isObject(schema) || visited.has(schema)) return undefined;
  visited.add(schema);
  const own = (schema as Schema).properties;
  if (own !== undefined && Object.hasOwn(own, name)) return resolve<Schema>(document, own[name]);
  const parts = (schema as Schema).allOf;
  for (const part of Array.isArray(parts) ? parts : []) {
    const found = property(document, resolve<Schema>(document, part), name, visited);
    if (found !== undefined) return found;
  }
  return undefined;
}
