import { StructureKind } from "ts-morph";
import type { Model, SourceFile } from "../../model.ts";
import { declarations } from "./declarations.ts";
import type { DeclaredTypes } from "./declare-types.ts";

/** The types of request bodies, queries and responses. */
export function operationsFile(model: Model, declared: DeclaredTypes): SourceFile {
  return {
    kind: "source",
    path: "types/src/generated/operations.ts",
    structure: { kind: StructureKind.SourceFile, statements: declarations(model, declared, "operations") },
  };
}
