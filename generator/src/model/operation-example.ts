import type { OpenApiDocument, OperationObject, Parameter } from "../document/openapi.ts";
import { resolve } from "../document/resolve.ts";
import type { OperationExample } from "../model.ts";
import type { Examples } from "../specs.ts";
import { type ExampleSource, exampleOf } from "./example.ts";

/** Makes the arguments that a call of the operation needs; examples that stand in the document win. */
export function operationExample(
  context: { readonly document: OpenApiDocument; readonly examples: Examples },
  operation: OperationObject,
  parameters: readonly Parameter[],
): OperationExample {
  const source = { document: context.document, values: context.examples, fields: "required" } as const;
  const query = parametersExample(source, parameters, (parameter) => parameter.in === "query" && needsValue(parameter));
  const body = bodyExample(source, operation);
  return {
    path: parametersExample(source, parameters, (parameter) => parameter.in === "path"),
    ...(Object.keys(query).length > 0 && { query }),
    ...(body !== undefined && { body }),
  };
}

function needsValue(parameter: Parameter): boolean {
  return parameter.required === true || parameter.example !== undefined;
}

function parametersExample(
  source: ExampleSource,
  parameters: readonly Parameter[],
  isWanted: (parameter: Parameter) => boolean,
): Record<string, unknown> {
  const entries = parameters.filter(isWanted).map((parameter): [string, unknown] => {
    const schema = parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema;
    return [parameter.name, parameter.example ?? exampleOf(source, schema, parameter.name)];
  });
  return Object.fromEntries(entries);
}

function bodyExample(source: ExampleSource, operation: OperationObject): unknown {
  const body = resolve(source.document, operation.requestBody);
  const [media] = Object.values(body?.content ?? {});
  return media === undefined ? undefined : (media.example ?? exampleOf(source, media.schema));
}
