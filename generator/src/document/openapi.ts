/** The parts of OpenAPI 3.1 that the generator reads, as plain JSON. Everything else in a document passes through. */

/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object whose members have not been looked at yet. */
export type JsonObject = { [key: string]: unknown };

/** The HTTP methods that a path item may define, in the order in which they are printed. */
export const methods = ["get", "post", "put", "patch", "delete", "head", "options", "trace"] as const;
export type Method = (typeof methods)[number];

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; [key: string]: unknown };
  servers?: { url: string; [key: string]: unknown }[];
  security?: Record<string, string[]>[];
  tags?: { name: string; [key: string]: unknown }[];
  paths: Record<string, PathItem>;
  webhooks?: Record<string, PathItem>;
  components?: Components;
}

export interface Components {
  schemas?: Record<string, Schema>;
  parameters?: Record<string, Parameter | Reference>;
  requestBodies?: Record<string, RequestBody | Reference>;
  responses?: Record<string, Response | Reference>;
  headers?: Record<string, Header | Reference>;
  securitySchemes?: Record<string, JsonObject>;
  [section: string]: Record<string, unknown> | undefined;
}

export interface Reference {
  $ref: string;
}

export type PathItem = { [method in Method]?: OperationObject } & {
  parameters?: (Parameter | Reference)[];
};

export interface OperationObject {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  deprecated?: boolean;
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Record<string, Response | Reference>;
  callbacks?: Record<string, Record<string, PathItem> | Reference>;
  /** Stands in for that of the document. */
  security?: Record<string, string[]>[];
  "x-ahead-of-upstream"?: AheadOfUpstream;
  /** The day from which it may fail. */
  "x-sunset"?: string;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  description?: string;
  deprecated?: boolean;
  style?: string;
  explode?: boolean;
  example?: unknown;
  schema?: Schema;
  content?: Record<string, MediaType>;
}

export type Header = Omit<Parameter, "name" | "in">;

export interface RequestBody {
  required?: boolean;
  description?: string;
  content: Record<string, MediaType>;
}

export interface Response {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema?: Schema;
  example?: unknown;
}

/** A JSON Schema (draft 2020-12) as OpenAPI 3.1 uses it, less the boolean form, which `resolve` widens to `{}`. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  title?: string;
  description?: string;
  enum?: unknown[];
  /** Ours, set by a correction: the list of values grows, and one that is not listed is allowed as well. */
  "x-open-enum"?: boolean;
  "x-ahead-of-upstream"?: AheadOfUpstream;
  /** Ours, set by a correction: the field is declared and no delivery has it, so that samples leave it out. */
  "x-unseen"?: boolean;
  const?: unknown;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  prefixItems?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  not?: Schema;
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  deprecated?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  minProperties?: number;
  maxProperties?: number;
}

/** Ours, set by a correction: the published document does not have it yet. */
export interface AheadOfUpstream {
  /** The official SDK that has it: `telnyx 7.24.0`. */
  readonly sdk: string;
}

/** True for an object that is neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True where a reference stands in place of the thing itself. */
export function isReference(value: unknown): value is Reference {
  return isObject(value) && typeof value["$ref"] === "string";
}

/** `GET /calls/{call_control_id}`: how an operation is named in specs, diagnostics and docs. */
export function operationKey(method: string, path: string): string {
  return `${method.toUpperCase()} ${path}`;
}
