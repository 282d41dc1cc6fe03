import { StructureKind } from "ts-morph";
import type { Model, SourceFile } from "../../model.ts";
import { literal } from "../text/typescript.ts";

/** Which contract the packages were made from, as a type. */
export function contractFile({ contract }: Model): SourceFile {
  const facts = [
    ["version", contract.version, "The API's version."],
    ["sha256", contract.sha256, "The digest of the contract, `specs/voice.openapi.json`."],
    ["commit", contract.source.commit ?? "", "The commit of the upstream document; empty where it is not known."],
    ["date", contract.source.date ?? "", "The date of that commit."],
  ] as const;
  return {
    kind: "source",
    path: "types/src/generated/contract.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        {
          kind: StructureKind.Interface,
          name: "Contract",
          isExported: true,
          docs: [{ description: "Which contract these types were made from." }],
          properties: facts.map(([name, value, description]) => ({
            kind: StructureKind.PropertySignature,
            name,
            type: literal(value),
            isReadonly: true,
            docs: [{ description }],
          })),
        },
      ],
    },
  };
}
