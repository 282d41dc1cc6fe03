import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { GeneratedFile, Model } from "../../model.ts";
import { valueText } from "./value-text.ts";

/** What API v1 calls the events, for the parser. */
export function v1NamesFile(model: Model): GeneratedFile {
  const names = Object.fromEntries(model.v1Names.map(({ name, target }) => [name, target]));
  return {
    kind: "source",
    path: "webhooks/src/generated/event-names-of-v1.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        {
          kind: StructureKind.VariableStatement,
          isExported: true,
          declarationKind: VariableDeclarationKind.Const,
          docs: [{ description: "The names of events by what API v1 calls them." }],
          declarations: [
            {
              name: "eventNamesOfV1",
              type: "Readonly<Record<string, string>>",
              initializer: valueText(names),
            },
          ],
        },
      ],
    },
  };
}
