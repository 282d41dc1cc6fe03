import type { OpenApiDocument, PathItem, Schema } from "../../src/document/openapi.ts";
import type { SliceDefinition, Triggers, V1Events, Wording } from "../../src/specs.ts";
import { delivery } from "../small-specs.ts";
import { leaf, prose, to } from "./parts.ts";
import { pathsOf } from "./paths.ts";
import { payloads } from "./payloads.ts";

/** The name of the event of a payload: no two are alike as types. */
export const eventOf = (payload: string, index: number) => `${payload}.e${index}`;

/** A document in which every text is hostile: all of a payload's places hold that payload. */
export function hostileDocument(): OpenApiDocument {
  const all = payloads.join(" ");
  return {
    openapi: "3.1.0",
    info: { title: all, version: all, description: all, termsOfService: all, contact: { name: all, url: all } },
    servers: [all, ...payloads].map((url) => ({
      url,
      description: url,
      variables: { [url]: { default: url, enum: [url], description: url } },
    })),
    security: payloads.map((name) => ({ [name]: [name] })),
    tags: payloads.map((name) => ({ name, description: name })),
    paths: Object.fromEntries(payloads.flatMap(pathsOf)),
    webhooks: Object.fromEntries(payloads.map((payload, index) => [payload, webhookOf(payload, index)])),
    components: {
      schemas: Object.fromEntries([...payloads.flatMap(schemasOf), ...lookalikes()]),
      securitySchemes: Object.fromEntries(payloads.map((name) => [name, securityScheme(name)])),
    },
  };
}

function schemasOf(text: string, index: number): [string, Schema][] {
  const [variant, union] = [`${text} variant ${index}`, `${text} union ${index}`];
  const whole: Schema = {
    type: "object",
    title: text,
    description: text,
    required: [text],
    properties: {
      [text]: leaf(text),
      [`${text} fixed`]: { const: text, description: text },
      [`${text} limited`]: { type: "string", pattern: text, format: text, description: text, default: text },
      [`${text} data`]: { const: { [text]: [text] }, default: { [text]: text }, example: [{ [text]: text }] },
      [`${text} map`]: { type: "object", additionalProperties: leaf(text) },
      [`${text} list`]: { type: "array", items: to(text, "properties", text) },
    },
  };
  const member: Schema = { type: "object", properties: { [text]: { type: "string", enum: [text] } } };
  const discriminator = { propertyName: text, mapping: { [text]: String(to(variant).$ref) } };
  return [
    [text, whole],
    [variant, member],
    [union, { oneOf: [to(variant)], discriminator }],
    [`${text} composed ${index}`, { allOf: [to(text), to(union)], required: [text, "constructor", "__proto__"] }],
    [`${text} event ${index}`, delivery(eventOf(text, index), to(text))],
  ];
}

/** Values that look like schemas to whoever does not know where schemas are. */
function lookalikes(): [string, Schema][] {
  const evil = "#/globalThis.__canary; }\nglobalThis.__canary = 6;\ninterface x {";
  const pollution = { discriminator: { propertyName: "x" }, oneOf: [{ $ref: "__proto__" }, { $ref: "constructor" }] };
  return [
    ["Lookalike", { type: "object", properties: { a: { default: pollution, example: pollution } } }],
    ["LookalikeEnum", { type: "object", enum: [{ $ref: evil }, pollution, "text"] }],
    ["LookalikeConst", { const: pollution }],
    ["LookalikeList", { allOf: [true, false, { type: "object" }] as unknown as Schema[] }],
  ];
}

function webhookOf(text: string, index: number): PathItem {
  const schema = to(`${text} event ${index}`);
  return {
    post: {
      operationId: `${text} hook ${index}`,
      ...prose(text),
      requestBody: { content: { "application/json": { schema, example: text } } },
      responses: { [text]: { description: text } },
    },
  };
}

function securityScheme(text: string): Record<string, unknown> {
  const flows = { implicit: { authorizationUrl: text, scopes: { [text]: text } } };
  return { type: "apiKey", name: text, in: "header", description: text, openIdConnectUrl: text, flows };
}

/** A slice that takes everything, into a family for each payload. */
export function hostileSlice(): SliceDefinition {
  const text = payloads.join(" ");
  return {
    title: text,
    source: { repository: text, path: text, branch: text, download: "", commits: "" },
    families: payloads.map((payload, index) => ({
      name: payload,
      title: payload,
      tags: [payload],
      operations: [],
      events: [eventOf(payload, index)],
    })),
    watch: { paths: ["/"], events: [""] },
    leftOut: [],
  };
}

/** What says that an event follows from an operation, both of which have hostile names. */
export function hostileTriggers(): Triggers {
  const entries = payloads.map((payload, index) => {
    const needed = { when: [payload, { [payload]: [payload, payload] }], occasion: payload };
    return [payload, [{ event: eventOf(payload, index), ...needed }]] as const;
  });
  return Object.fromEntries(entries);
}

/** Hostile names of API v1 for the events. */
export function hostileV1Events(): V1Events {
  const entry = (payload: string, index: number) => ({
    event: eventOf(payload, index),
    source: { kind: "page", at: `at ${payload}` } as const,
  });
  return Object.fromEntries(payloads.map((payload, index) => [payload, entry(payload, index)]));
}

/** Wording in which everything that the document names has a hostile text. */
export function hostileWording(): Wording {
  const both = (name: (payload: string, index: number) => string) =>
    payloads.map((payload, index) => [name(payload, index), { summary: payload, description: payload }] as const);
  return {
    language: "en",
    families: Object.fromEntries(both((payload) => payload)),
    operations: Object.fromEntries([
      ...both((payload) => payload),
      ...both((payload, index) => `${payload} put ${index}`),
      ...both((payload, index) => `${index} delete ${payload}`),
      ...both((payload, index) => `${index} post ${payload}`),
      ...both((payload, index) => `${index} pages ${payload}`),
      ...both((payload, index) => `${index} files ${payload}`),
    ]),
    events: Object.fromEntries(both(eventOf)),
    glossary: Object.fromEntries(payloads.map((payload) => [payload, payload])),
    overrides: Object.fromEntries(payloads.map((payload) => [`${payload}.${payload} list`, payload])),
    occasions: Object.fromEntries(payloads.map((payload) => [payload, payload])),
  };
}
