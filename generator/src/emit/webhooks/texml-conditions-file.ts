import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { GeneratedFile, Model } from "../../model.ts";
import { typeImport, valueText } from "../text/typescript.ts";

/** What each kind of TeXML callback is recognised by, a condition a line, in the order in which they are tried. */
export function texmlConditionsFile({ texmlCallbacks }: Model): GeneratedFile {
  const conditions = texmlCallbacks.flatMap(({ kind, conditions: all }) => all.map((one) => [kind, one]));
  return {
    kind: "source",
    path: "webhooks/src/generated/texml-conditions.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        typeImport("@telnyx-voice/types/texml-callbacks", ["TexmlCallbackKind"]),
        {
          kind: StructureKind.TypeAlias,
          isExported: true,
          name: "TexmlCondition",
          type: "Readonly<Record<string, boolean | readonly string[]>>",
          docs: [{ description: "By field: the values of which it has one, whether it is there, or that it is not." }],
        },
        {
          kind: StructureKind.VariableStatement,
          isExported: true,
          declarationKind: VariableDeclarationKind.Const,
          docs: [{ description: "The conditions by which a form is recognised: the first that holds tells its kind." }],
          declarations: [
            {
              name: "texmlConditions",
              type: "readonly (readonly [TexmlCallbackKind, TexmlCondition])[]",
              initializer: conditions.length === 0 ? "[]" : valueText(conditions),
            },
          ],
        },
      ],
    },
  };
}
