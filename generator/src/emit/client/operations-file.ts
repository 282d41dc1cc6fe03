import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { Operation, SourceFile } from "../../model.ts";
import { literal, propertyName, typeImport } from "../text/typescript.ts";

/** What the client must know of each operation at run time: the HTTP line, and how bodies are written and read. */
export function operationsFile(operations: readonly Operation[]): SourceFile {
  const entries = [...operations]
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map((operation) => `${propertyName(operation.id)}: ${entry(operation)},`);
  return {
    kind: "source",
    path: "client/src/generated/operations.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        typeImport("../operation.ts", ["OperationData"]),
        {
          kind: StructureKind.VariableStatement,
          isExported: true,
          declarationKind: VariableDeclarationKind.Const,
          docs: [{ description: "The operations by their operationId." }],
          declarations: [
            {
              name: "operations",
              initializer: `{\n${entries.join("\n")}\n} as const satisfies Record<string, OperationData>`,
            },
          ],
        },
      ],
    },
  };
}

function entry({ method, path, body, success }: Operation): string {
  const parts = [`method: ${literal(method.toUpperCase())}`, `path: ${literal(path)}`];
  const [content] = body?.contents ?? [];
  if (content !== undefined) parts.push(`body: ${literal(content.encoding)}`);
  if (success.kind !== "json") parts.push(`answer: ${literal(success.kind)}`);
  return `{ ${parts.join(", ")} }`;
}
