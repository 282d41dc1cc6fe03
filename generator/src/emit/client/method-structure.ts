import { type MethodSignatureStructure, type ParameterDeclarationStructure, StructureKind } from "ts-morph";
import { operationKey } from "../../document/openapi.ts";
import { camelCase } from "../../model/name.ts";
import type { Content, Operation } from "../../model.ts";
import { jsdoc, jsdocCode, sentence } from "../text/jsdoc.ts";
import { literal } from "../text/typescript.ts";
import { exampleText } from "./example-text.ts";

/** The exported types that a method's signature names. */
export function methodTypes({ types, body }: Operation): string[] {
  const [, ...others] = body?.contents ?? [];
  const uploads = others.filter(({ files }) => files.length > 0).map(({ type }) => type);
  return [types.request, types.query, types.response, ...uploads].filter((name) => name !== undefined);
}

/**
 * A method: path ids positional, then the body (or the query where there is no body), then the options. A query beside
 * a body is one of the options. A former name says which one to use.
 */
export function methodStructure(name: string, operation: Operation, isFormer = false): MethodSignatureStructure {
  const ids = pathArguments(operation);
  const input = inputArgument(operation);
  return {
    kind: StructureKind.MethodSignature,
    // In an interface, `new` without quotes would be a constructor.
    name: name === "new" ? literal(name) : name,
    docs: [{ description: docs(operation, isFormer) }],
    parameters: [
      ...ids.map((id): ParameterDeclarationStructure => ({ kind: StructureKind.Parameter, name: id, type: "string" })),
      ...(input === undefined ? [] : [input]),
      { name: "options", type: optionsType(operation), hasQuestionToken: true },
    ],
    returnType: returnType(operation),
  };
}

/** True for an operation whose pages are walked. */
export function isList({ pagination, types }: Operation): boolean {
  return pagination !== undefined && types.response !== undefined;
}

/** The names of the path arguments; two that would be equal in camel case are told apart by a number. */
function pathArguments({ pathParameters }: Operation): string[] {
  const taken = new Set(["body", "query", "options"]);
  return pathParameters.map((parameter) => {
    const base = camelCase(parameter.name);
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
    taken.add(name);
    return name;
  });
}

function inputArgument(operation: Operation): ParameterDeclarationStructure | undefined {
  const { types, body, query } = operation;
  if (body !== undefined && types.request !== undefined) {
    return {
      kind: StructureKind.Parameter,
      name: "body",
      type: body.contents.map((content, index) => bodyType(content, index === 0 ? types.request : undefined)).join(""),
      hasQuestionToken: !body.argumentRequired,
    };
  }
  if (types.query === undefined) return undefined;
  const isOptional = !query.some((field) => field.required);
  return { kind: StructureKind.Parameter, name: "query", type: types.query, hasQuestionToken: isOptional };
}

/** The first kind of body by its own type; of the others only those that hold files, since the rest say the same. */
function bodyType({ files, type }: Content, request: string | undefined): string {
  const names = files.map(literal).join(" | ");
  const own = files.length === 0 ? request : `WithFiles<${request ?? type ?? "object"}, ${names}>`;
  if (own === undefined) return "";
  return request === undefined ? ` | ${own}` : own;
}

function optionsType({ types }: Operation): string {
  const isBeside = types.request !== undefined && types.query !== undefined;
  return isBeside ? `RequestOptions & { readonly query?: ${types.query} | undefined }` : "RequestOptions";
}

function returnType(operation: Operation): string {
  const { types, success, pagination } = operation;
  if (isList(operation)) return `ListPromise<${types.response}, ${literal(pagination?.items ?? "")}>`;
  switch (success.kind) {
    case "json":
      return `ApiPromise<${types.response ?? "unknown"}>`;
    case "binary":
      return "ApiPromise<Response>";
    case "none":
      return "ApiPromise<void>";
  }
}

function docs(operation: Operation, isFormer: boolean): string {
  const { text, method, path, deprecated, accessor } = operation;
  const parts = [sentence(jsdoc(text.summary)), jsdoc(text.description ?? ""), jsdocCode(operationKey(method, path))];
  return [
    ...parts.filter((part) => part !== ""),
    ...(isFormer
      ? [`@deprecated Use ${jsdocCode(`client.${accessor.join(".")}`)}.`]
      : deprecated
        ? ["@deprecated"]
        : []),
    `@example\n\`\`\`ts\n${exampleText(operation)}\n\`\`\``,
  ].join("\n\n");
}
