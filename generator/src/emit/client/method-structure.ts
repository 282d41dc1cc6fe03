import { type MethodDeclarationStructure, type ParameterDeclarationStructure, StructureKind } from "ts-morph";
import { operationKey } from "../../document/openapi.ts";
import { camelCase } from "../../model/name.ts";
import type { Operation } from "../../model.ts";
import { jsdoc, jsdocCode, sentence } from "../text/jsdoc.ts";
import { member } from "../text/typescript.ts";

/** The exported types that a method's signature names. */
export function methodTypes({ types }: Operation): string[] {
  return [types.request, types.query, types.response].filter((name) => name !== undefined);
}

/**
 * A method: path ids positional, then the body (or the query where there is no body), then the options. A query beside
 * a body is one of the options.
 */
export function methodStructure(name: string, operation: Operation): MethodDeclarationStructure {
  const ids = pathArguments(operation);
  const input = inputArgument(operation);
  const send = [`operations${accessOf(operation.id)}`, `[${ids.join(", ")}]`, input?.name ?? "undefined", "options"];
  return {
    kind: StructureKind.Method,
    name,
    docs: [{ description: docs(operation) }],
    parameters: [
      ...ids.map((id): ParameterDeclarationStructure => ({ kind: StructureKind.Parameter, name: id, type: "string" })),
      ...(input === undefined ? [] : [input]),
      { name: "options", type: optionsType(operation), hasQuestionToken: true },
    ],
    returnType: `Promise<${answerType(operation)}>`,
    statements: [`return this.#send(${send.join(", ")});`],
  };
}

function accessOf(id: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(id) ? `.${id}` : member(id);
}

/** The names of the path arguments; two that would be equal in camel case are told apart by a number. */
function pathArguments({ pathParameters }: Operation): string[] {
  const taken = new Set(["body", "query", "options", "operations", "undefined"]);
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
      type: types.request,
      hasQuestionToken: !body.argumentRequired,
    };
  }
  if (types.query === undefined) return undefined;
  const isOptional = !query.some((field) => field.required);
  return { kind: StructureKind.Parameter, name: "query", type: types.query, hasQuestionToken: isOptional };
}

function optionsType({ types }: Operation): string {
  const isBeside = types.request !== undefined && types.query !== undefined;
  return isBeside ? `RequestOptions & { readonly query?: ${types.query} }` : "RequestOptions";
}

function answerType({ types, success }: Operation): string {
  switch (success.kind) {
    case "json":
      return types.response ?? "unknown";
    case "binary":
      return "Response";
    case "none":
      return "void";
  }
}

function docs({ text, method, path, deprecated }: Operation): string {
  const parts = [sentence(jsdoc(text.summary)), jsdoc(text.description ?? ""), jsdocCode(operationKey(method, path))];
  return [...parts.filter((part) => part !== ""), ...(deprecated ? ["@deprecated"] : [])].join("\n\n");
}
