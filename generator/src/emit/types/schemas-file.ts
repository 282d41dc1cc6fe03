import { StructureKind } from "ts-morph";
import type { Model, SourceFile } from "../../model.ts";
import { declarations } from "./declarations.ts";
import type { DeclaredTypes } from "./declare-types.ts";

/** The types of the component schemas, less those that an operation or an event is known by. */
export function schemasFile(model: Model, declared: DeclaredTypes): SourceFile {
  return {
    kind: "source",
    path: "types/src/generated/schemas.ts",
    structure: { kind: StructureKind.SourceFile, statements: declarations(model, declared, "schemas") },
  };
}
