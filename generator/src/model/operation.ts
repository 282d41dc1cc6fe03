import { type Diagnostic, diagnose } from "../diagnostic.ts";
import {
  type MediaType,
  type Method,
  type OpenApiDocument,
  type OperationObject,
  operationKey,
  type Parameter,
  type PathItem,
  type Response,
} from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import type { Body, Content, Encoding, Field, OfficialMethod, Operation, Shape, Success } from "../model.ts";
import type { Examples, OperationName } from "../specs.ts";
import { operationExample } from "./operation-example.ts";
import { openShape, paginationOf } from "./pagination.ts";
import { onlyInSdk, toField, toShape } from "./shape.ts";
import { textOf } from "./text.ts";

/** What an operation's own object does not say. */
export interface OperationContext {
  readonly document: OpenApiDocument;
  readonly path: string;
  readonly item: PathItem;
  readonly method: Method;
  readonly id: string;
  readonly name: OperationName;
  readonly family: string;
  readonly examples: Examples;
  /** The events that may follow. */
  readonly events: Operation["events"];
  /** The exported type of a component schema. */
  readonly schemaType: (component: string) => string;
  readonly diagnostics: Diagnostic[];
}

/** Builds the model of one operation. */
export function buildOperation(context: OperationContext, object: OperationObject): Operation {
  const { document, id, method, path, family, name } = context;
  const parameters = parametersOf(context, object);
  const body = buildBody(context, object);
  const query = parametersIn(document, parameters, "query");
  const success = buildSuccess(document, object);
  const pagination = method === "get" ? paginationOf(document, path, success) : undefined;
  return {
    id,
    method,
    path,
    family,
    accessor: name.method.split("."),
    official: officialMethod(name),
    types: {
      ...(body === undefined ? {} : { request: `${name.type}Request` }),
      ...(query.length === 0 ? {} : { query: `${name.type}Query` }),
      ...(success.kind === "json" ? { response: `${name.type}Response` } : {}),
    },
    text: textOf(object),
    deprecated: object.deprecated === true,
    ...onlyInSdk(object),
    pathParameters: pathParameters(context, parameters),
    query,
    headers: parametersIn(document, parameters, "header"),
    ...(body === undefined ? {} : { body }),
    success,
    ...(pagination === undefined ? {} : { pagination }),
    isCommand: bodyFields(document, body).some((field) => field.name === "command_id"),
    events: context.events,
    errors: buildErrors(document, object),
    example: operationExample(context, object, parameters),
    pointer: toPointer(["paths", path, method]),
  };
}

function officialMethod({ method, official = {} }: OperationName): OfficialMethod {
  const { pages = true, fields = {}, body } = official;
  return { accessor: (official.method ?? method).split("."), pages, fields, ...(body !== undefined && { body }) };
}

/** The operation's parameters and those of its path; the operation's own win. */
function parametersOf({ document, item }: OperationContext, object: OperationObject): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const entry of [...(item.parameters ?? []), ...(object.parameters ?? [])]) {
    const parameter = resolve<Parameter>(document, entry);
    if (parameter !== undefined) found.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...found.values()];
}

function parametersIn(document: OpenApiDocument, parameters: readonly Parameter[], place: Parameter["in"]): Field[] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .map((parameter) => parameterField(document, parameter));
}

function parameterField(document: OpenApiDocument, parameter: Parameter): Field {
  const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {};
  const field = toField(document, parameter.name, parameter.required === true, schema);
  return {
    ...field,
    deprecated: field.deprecated || parameter.deprecated === true,
    text: typeof parameter.description === "string" ? parameter.description : field.text,
  };
}

/** The parameters that the path names, in its order; one that is not declared is an error. */
function pathParameters(context: OperationContext, parameters: readonly Parameter[]): Field[] {
  const { document, method, path, diagnostics } = context;
  const declared = parametersIn(document, parameters, "path");
  return [...path.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = ""]) => {
    const field = declared.find((candidate) => candidate.name === name);
    if (field !== undefined) return [field];
    const message = `${operationKey(method, path)} declares no path parameter ${name}.`;
    diagnostics.push(diagnose("path-parameter-missing", message, { pointer: toPointer(["paths", path, method]) }));
    return [];
  });
}

function buildBody(context: OperationContext, object: OperationObject): Body | undefined {
  const { document } = context;
  const body = resolve(document, object.requestBody);
  const contents = Object.entries(body?.content ?? {}).map(([mediaType, media]) => content(context, mediaType, media));
  const [first] = contents;
  if (body === undefined || first === undefined) return undefined;
  const required = body.required === true;
  return { required, argumentRequired: required && needsFields(document, first.shape), contents };
}

function content({ document, schemaType }: OperationContext, mediaType: string, media: MediaType): Content {
  const shape = toShape(document, media.schema);
  const encoding = encodingOf(mediaType);
  return {
    mediaType,
    encoding,
    shape,
    ...(shape.kind === "named" && { type: schemaType(shape.name) }),
    files: encoding === "multipart" ? fileFields(document, shape) : [],
  };
}

function fileFields(document: OpenApiDocument, shape: Shape): string[] {
  const open = openShape(document, shape);
  const fields = open.kind === "structure" ? open.fields : [];
  return fields.filter((field) => isFile(document, field.shape)).map(({ name }) => name);
}

function isFile(document: OpenApiDocument, shape: Shape): boolean {
  const open = openShape(document, shape);
  return open.kind === "scalar" && open.format === "binary";
}

function encodingOf(mediaType: string): Encoding {
  if (mediaType === "application/x-www-form-urlencoded") return "form";
  return mediaType.startsWith("multipart/") ? "multipart" : "json";
}

/** True where an empty object would not do. */
function needsFields(document: OpenApiDocument, shape: Shape): boolean {
  const structure = openShape(document, shape);
  return (
    structure.kind !== "structure" || structure.fields.some((field) => field.required || field.choice !== undefined)
  );
}

/** The fields of the first kind of body; none where it is no object. */
function bodyFields(document: OpenApiDocument, body: Body | undefined): readonly Field[] {
  const structure = body?.contents[0] && openShape(document, body.contents[0].shape);
  return structure?.kind === "structure" ? structure.fields : [];
}

function buildSuccess(document: OpenApiDocument, object: OperationObject): Success {
  const [status, response] = responsesOf(document, object).find(([code]) => /^2/.test(code)) ?? ["200", undefined];
  const [mediaType, media] = Object.entries(response?.content ?? {})[0] ?? [];
  if (mediaType === undefined || media === undefined) return { status, kind: "none" };
  if (!/[/+]json\b/.test(mediaType)) return { status, kind: "binary", mediaType };
  return { status, kind: "json", mediaType, shape: toShape(document, media.schema) };
}

function buildErrors(document: OpenApiDocument, object: OperationObject): Operation["errors"] {
  return responsesOf(document, object)
    .filter(([status]) => !/^[123]/.test(status))
    .map(([status, response]) => {
      const media = Object.values(response.content ?? {})[0];
      return media === undefined ? { status } : { status, shape: toShape(document, media.schema) };
    });
}

/** The responses by status, the lowest first, `default` last. */
function responsesOf(document: OpenApiDocument, object: OperationObject): [string, Response][] {
  return Object.entries(object.responses ?? {})
    .flatMap(([status, entry]): [string, Response][] => {
      const response = resolve<Response>(document, entry);
      return response === undefined ? [] : [[status, response]];
    })
    .sort(([left], [right]) => (left < right ? -1 : 1));
}
