import type {
  Header,
  OpenApiDocument,
  OperationObject,
  Parameter,
  RequestBody,
  Response,
} from "../../document/openapi.ts";
import { resolve } from "../../document/resolve.ts";
import type { Operation } from "../../model.ts";

/** The parts of an operation that hold schemas, with references followed. */
export interface OperationParts {
  /** The parameters by place and name, such as `query page`. Those of the path go by their position. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly body: RequestBody | undefined;
  readonly responses: ReadonlyMap<string, Response>;
  readonly object: OperationObject;
}

/** Looks the parts of an operation up in its document. */
export function partsOf(document: OpenApiDocument, { path, method, pathParameters }: Operation): OperationParts {
  const item = document.paths[path];
  const object = item?.[method] ?? {};
  const parameters = new Map<string, Parameter>();
  for (const entry of [...(item?.parameters ?? []), ...(object.parameters ?? [])]) {
    const parameter = resolve<Parameter>(document, entry);
    if (parameter !== undefined) parameters.set(keyOf(parameter, pathParameters), parameter);
  }
  const responses = Object.entries(object.responses ?? {}).flatMap(([status, entry]): [string, Response][] => {
    const response = resolve<Response>(document, entry);
    return response === undefined ? [] : [[status, response]];
  });
  return { parameters, body: resolve(document, object.requestBody), responses: new Map(responses), object };
}

function keyOf({ in: place, name }: Parameter, pathParameters: Operation["pathParameters"]): string {
  const position = pathParameters.findIndex((field) => field.name === name);
  return place === "path" ? `path ${position}` : `${place} ${name}`;
}

/** The schema of a parameter or a header, which may stand below its content. */
export function schemaOf({ schema, content }: Pick<Header, "schema" | "content">) {
  return schema ?? Object.values(content ?? {})[0]?.schema;
}
