import { StructureKind } from "ts-morph";
import type { Model, SourceFile } from "../../model.ts";
import { member, typeImport } from "../text/typescript.ts";
import { alias } from "./alias.ts";

/** An alias for each component schema that is not already known by that name as a body, a response or an event. */
export function schemasFile(model: Model): SourceFile {
  const taken = new Set([
    ...model.operations.flatMap(({ types }) => [types.request, types.response]),
    ...model.events.map(({ types }) => types.event),
  ]);
  const schemas = model.schemas.filter((schema) => !taken.has(schema.typeName));
  const aliases = schemas.map((schema) =>
    alias(schema.typeName, `components["schemas"]${member(schema.name)}`, `The schema \`${schema.name}\`.`),
  );
  return {
    kind: "source",
    path: "types/src/generated/schemas.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [typeImport("./openapi.ts", ["components"]), ...aliases],
    },
  };
}
