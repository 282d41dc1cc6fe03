import { StructureKind, VariableDeclarationKind, type VariableStatementStructure } from "ts-morph";
import type { Model, SourceFile } from "../../model.ts";
import { literal } from "../text/typescript.ts";

/**
 * Which contract the client was made from, as values. What the client itself needs of it stands alone, so that a bundle
 * has no more of it than that.
 */
export function contractFile({ contract }: Model): SourceFile {
  const { version, sha256, server } = contract;
  const members = [`version: ${literal(version)}`, `sha256: ${literal(sha256)}`, "server"];
  return {
    kind: "source",
    path: "client/src/generated/contract.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        constant("server", literal(server), "The address that paths are appended to."),
        constant("digest", literal(sha256.slice(0, 12)), "What tells this contract from others, in a word."),
        constant(
          "contract",
          `{ ${members.join(", ")} } as const`,
          "The contract this client was made from: the API's version, the digest, the server.",
        ),
      ],
    },
  };
}

function constant(name: string, initializer: string, description: string): VariableStatementStructure {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [{ description }],
    declarations: [{ name, initializer }],
  };
}
