import { StructureKind, type TypeAliasDeclarationStructure } from "ts-morph";
import { operationKey } from "../../document/openapi.ts";
import type { Model, Operation, Shape, SourceFile } from "../../model.ts";
import { jsdocCode, sentence } from "../text/jsdoc.ts";
import { member, typeImport } from "../text/typescript.ts";
import { alias } from "./alias.ts";
import { formerTypes } from "./former-types.ts";

/** An alias for each request body, query and response. */
export function operationsFile(model: Model): SourceFile {
  const aliases = model.operations.flatMap(operationAliases);
  const former = formerTypes(
    model,
    aliases.map(({ name }) => name),
  );
  return {
    kind: "source",
    path: "types/src/generated/operations.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [typeImport("./openapi.ts", ["components", "operations"]), ...aliases, ...former],
    },
  };
}

function operationAliases(operation: Operation): TypeAliasDeclarationStructure[] {
  const { types, body, success, text } = operation;
  const key = jsdocCode(operationKey(operation.method, operation.path));
  const path = `operations${member(operation.id)}`;
  const aliases: TypeAliasDeclarationStructure[] = [];
  const [content] = body?.contents ?? [];
  if (types.request !== undefined && content !== undefined) {
    const access = `NonNullable<${path}["requestBody"]>["content"]${member(content.mediaType)}`;
    aliases.push(
      alias(types.request, component(content.shape) ?? access, `The body of ${key}. ${sentence(text.summary)}`),
    );
  }
  if (types.query !== undefined) {
    aliases.push(
      alias(
        types.query,
        `NonNullable<${path}["parameters"]["query"]>`,
        `The query of ${key}. ${sentence(text.summary)}`,
      ),
    );
  }
  if (types.response !== undefined && success.mediaType !== undefined) {
    const status = /^[1-9]\d{2}$/.test(success.status) ? Number(success.status) : success.status;
    const access = `${path}["responses"]${member(status)}["content"]${member(success.mediaType)}`;
    const target = success.shape === undefined ? undefined : component(success.shape);
    aliases.push(
      alias(
        types.response,
        target ?? access,
        `What ${key} answers with status ${success.status}. ${sentence(text.summary)}`,
      ),
    );
  }
  return aliases;
}

/** A shape that is a component is named as such: shorter to follow than the way through the operation. */
function component(shape: Shape): string | undefined {
  return shape.kind === "named" ? `components["schemas"]${member(shape.name)}` : undefined;
}
