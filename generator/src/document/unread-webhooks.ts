import { eventName, eventTypeOf } from "./event-name.ts";
import { isObject, isReference, methods, type OpenApiDocument, type PathItem, type Schema } from "./openapi.ts";
import { componentName, resolve } from "./resolve.ts";

/** A webhook of which nothing can be made, or not of all the ways in which it comes. */
export interface UnreadWebhook {
  readonly key: string;
  /** Why not, to go on a sentence that begins with the webhook. */
  readonly reason: string;
  /** Whether it comes in a way in which no event does; else it does not say which event it is. */
  readonly isOdd: boolean;
  /** The events that it says it is. */
  readonly events: readonly string[];
  /** What else it may be called: texts for its event, its key and operation, the names of its schemas. */
  readonly names: readonly string[];
}

/** Every webhook that is no event: an event is posted as JSON, stands in its place, and has one `event_type`. */
export function unreadWebhooks(document: OpenApiDocument): UnreadWebhook[] {
  return Object.entries(document.webhooks ?? {}).flatMap(([key, given]) => {
    const own: PathItem = isObject(given) ? given : {};
    const item = { ...(isReference(given) ? resolve<PathItem>(document, given) : {}), ...own };
    const contents = contentsOf(document, item);
    const oddities = [
      ...(isReference(given) ? ["stands behind a reference"] : []),
      ...methodsOf(item).flatMap((method) => (method === "post" ? [] : [`comes by ${method.toUpperCase()}`])),
      ...contents.flatMap(({ method, mediaType }) =>
        method !== "post" || mediaType === "application/json" ? [] : [`comes as ${mediaType}`],
      ),
    ];
    const isNameless = oddities.length === 0 && eventName(document, item) === undefined;
    if (oddities.length === 0 && !isNameless) return [];
    const types = contents.flatMap(({ schema }) => eventTypeOf(document, schema) ?? []);
    const texts = types.map(textsOf);
    return {
      key,
      reason: isNameless ? "has no single event_type" : [...new Set(oddities)].join(" and "),
      isOdd: !isNameless,
      events: texts.flatMap((values) => (values.length === 1 ? values : [])),
      names: [
        ...[...texts.flat(), ...types.map(({ example }) => example)].filter((name) => typeof name === "string"),
        ...[key, ...methodsOf(item).map((method) => item[method]?.operationId)].filter((name) => name !== undefined),
        ...contents.flatMap(({ reference }) => componentName(reference) ?? []),
      ],
    };
  });
}

interface Content {
  readonly method: string;
  readonly mediaType: string;
  readonly schema: Schema | undefined;
  /** Where its schema stands; empty where it stands in place. */
  readonly reference: string;
}

function contentsOf(document: OpenApiDocument, item: PathItem): Content[] {
  return methodsOf(item).flatMap((method) => {
    const content = resolve(document, item[method]?.requestBody)?.content;
    return Object.entries(content ?? {}).map(([mediaType, media]) => {
      const schema = media?.schema;
      const reference = isReference(schema) ? schema.$ref : "";
      return { method, mediaType, schema: resolve<Schema>(document, schema), reference };
    });
  });
}

function methodsOf(item: PathItem) {
  return methods.filter((method) => isObject(item[method]));
}

/** The values that a schema allows, as far as they are texts. */
function textsOf({ const: only, enum: values }: Schema): string[] {
  const all = only === undefined ? values : [only];
  return Array.isArray(all) ? all.filter((value) => typeof value === "string") : [];
}
