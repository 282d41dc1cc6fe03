import { StructureKind, VariableDeclarationKind, type VariableStatementStructure } from "ts-morph";
import type { ErrorCode, Model, SourceFile } from "../../model.ts";
import { jsdoc, sentence } from "../text/jsdoc.ts";
import { literal } from "../text/typescript.ts";

/** A constant for each code that errors carry, so that a bundle has those that a program names. */
export function errorCodesFile({ errorCodes }: Model): SourceFile {
  return {
    kind: "source",
    path: "client/src/generated/error-codes.ts",
    // Without a single export it would be no module.
    structure: {
      kind: StructureKind.SourceFile,
      statements: errorCodes.length === 0 ? ["export {};"] : errorCodes.map(constant),
    },
  };
}

function constant({ code, name, at }: ErrorCode): VariableStatementStructure {
  const meanings = new Map<string, string[]>();
  for (const { status, text } of at) {
    const meaning = [sentence(text.summary), text.description ?? ""].join(" ").trim();
    meanings.set(meaning, [...new Set([...(meanings.get(meaning) ?? []), status])]);
  }
  const lines = [...meanings].map(([meaning, statuses]) => `${statuses.join(", ")}: ${jsdoc(meaning)}`);
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [{ description: lines.join("\n\n") }],
    declarations: [{ name, initializer: literal(code) }],
  };
}
