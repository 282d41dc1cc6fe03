import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { GeneratedFile, Model } from "../../model.ts";
import { typeImport } from "../text/typescript.ts";
import { valueText } from "./value-text.ts";

/** A form of each kind of TeXML callback, for `@telnyx-voice/webhooks/testing`. */
export function texmlExamplesFile({ texmlCallbacks }: Model): GeneratedFile {
  const examples = Object.fromEntries(texmlCallbacks.map(({ kind, example }) => [kind, example]));
  return {
    kind: "source",
    path: "webhooks/src/generated/texml-examples.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        typeImport("@telnyx-voice/types/texml-callbacks", ["TexmlCallbackKind"]),
        {
          kind: StructureKind.VariableStatement,
          isExported: true,
          declarationKind: VariableDeclarationKind.Const,
          docs: [{ description: "A form of each kind of TeXML callback, with every field." }],
          declarations: [
            {
              name: "texmlExamples",
              type: "Readonly<Record<TexmlCallbackKind, Readonly<Record<string, string>>>>",
              initializer: valueText(examples),
            },
          ],
        },
      ],
    },
  };
}
