import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { Model, SourceFile } from "../../model.ts";
import { literal } from "../text/typescript.ts";

/** Which contract the client was made from, as a value. */
export function contractFile({ contract }: Model): SourceFile {
  const facts = { version: contract.version, sha256: contract.sha256, server: contract.server };
  const members = Object.entries(facts).map(([name, value]) => `${name}: ${literal(value)},`);
  return {
    kind: "source",
    path: "client/src/generated/contract.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        {
          kind: StructureKind.VariableStatement,
          isExported: true,
          declarationKind: VariableDeclarationKind.Const,
          docs: [{ description: "The contract this client was made from: the API's version, the digest, the server." }],
          declarations: [{ name: "contract", initializer: `{\n${members.join("\n")}\n} as const` }],
        },
      ],
    },
  };
}
