import { StructureKind } from "ts-morph";
import type { SourceFile } from "../../model.ts";
import { typeImports } from "./declarations.ts";
import type { DeclaredTypes } from "./declare-types.ts";

/** What openapi-typescript gives all documents: `paths`, `webhooks`, `components`, `operations`. */
export function openapiFile(declared: DeclaredTypes): SourceFile {
  const { text, uses } = declared.openapi;
  const operators = [...declared.operators].filter(([name]) => uses.has(name)).map(([, operator]) => operator);
  return {
    kind: "source",
    path: "types/src/generated/openapi.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [...typeImports(declared, uses), ...operators, text],
    },
  };
}
