import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { eventName, property, webhookSchema } from "../document/event-name.ts";
import type { OpenApiDocument, PathItem, Schema } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import { componentName, resolve } from "../document/resolve.ts";
import type { Event } from "../model.ts";
import type { EventName, Examples } from "../specs.ts";
import { exampleOf } from "./example.ts";
import { fieldsOf, onlyInSdk, toShape } from "./shape.ts";
import { textOf } from "./text.ts";

/** What a webhook's own object does not say. */
export interface EventContext {
  readonly document: OpenApiDocument;
  readonly key: string;
  readonly family: string | undefined;
  readonly examples: Examples;
  readonly name: EventName | undefined;
  readonly diagnostics: Diagnostic[];
}

/** Builds the model of one event; reports and gives nothing where the webhook is not one that a type can narrow. */
export function buildEvent(context: EventContext, webhook: PathItem): Event | undefined {
  const { document, key, family, name, examples, diagnostics } = context;
  const pointer = toPointer(["webhooks", key]);
  const report = (code: Parameters<typeof diagnose>[0], message: string) => {
    diagnostics.push(diagnose(code, message, { pointer }));
    return undefined;
  };
  const literal = eventName(document, webhook);
  if (literal === undefined) return report("event-without-literal", `The webhook ${key} has no single event_type.`);
  if (family === undefined) return report("family-missing", `The event ${literal} belongs to no family.`);
  if (name === undefined) return report("event-without-name", `specs/names.json has no entry for the webhook ${key}.`);
  if (name.event !== literal) {
    return report("event-name-different", `specs/names.json calls ${key} ${name.event}, the contract ${literal}.`);
  }
  const schema = schemaName(document, webhook);
  const data = resolve<Schema>(document, property(document, webhookSchema(document, webhook), "data"));
  const payload = property(document, data, "payload");
  if (schema === undefined || data === undefined || payload === undefined) {
    return report("event-without-envelope", `The webhook ${key} does not deliver a named schema with data.payload.`);
  }
  return {
    key,
    name: literal,
    family,
    types: { event: `${name.type}Event`, payload: `${name.type}Payload` },
    text: textOf(webhook.post),
    ...onlyInSdk(webhook.post ?? {}),
    schema,
    envelope: fieldsOf(document, data).filter((field) => field.name !== "payload"),
    payload: toShape(document, payload),
    isEnvelopeRequired:
      requires(webhookSchema(document, webhook), "data") &&
      ["event_type", "id", "payload"].every((part) => requires(data, part)),
    example: exampleOf({ document, values: examples, fields: "all" }, webhookSchema(document, webhook)),
    pointer,
  };
}

function schemaName(document: OpenApiDocument, webhook: PathItem): string | undefined {
  const body = resolve(document, webhook.post?.requestBody);
  const reference = body?.content?.["application/json"]?.schema?.$ref;
  return reference === undefined ? undefined : componentName(reference);
}

function requires(schema: Schema | undefined, name: string): boolean {
  return schema?.required?.includes(name) === true;
}
