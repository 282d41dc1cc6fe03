import { StructureKind } from "ts-morph";
import { exportedNames } from "../../model/name.ts";
import type { Model, SourceFile } from "../../model.ts";
import { member, typeImport } from "../text/typescript.ts";
import { alias } from "./alias.ts";
import { deprecatedAlias, formerTypes } from "./former-types.ts";

/** An alias for each component schema, less those whose name stands for something else already; the first of two wins. */
export function schemasFile(model: Model): SourceFile {
  const taken = new Set([
    ...exportedNames,
    ...model.operations.flatMap(({ types }) => Object.values(types)),
    ...model.events.flatMap(({ types }) => Object.values(types)),
  ]);
  const schemas = model.schemas.filter(({ typeName }) => !taken.has(typeName) && taken.add(typeName));
  const aliases = schemas.map((schema) =>
    alias(schema.typeName, `components["schemas"]${member(schema.name)}`, `The schema \`${schema.name}\`.`),
  );
  const former = model.aliases.schemas.flatMap(({ typeName, target }) => {
    const instead = model.schemas.find(({ name }) => name === target)?.typeName ?? "";
    return typeName === undefined ? [] : [deprecatedAlias(typeName, `components["schemas"]${member(target)}`, instead)];
  });
  const names = aliases.map(({ name }) => name);
  return {
    kind: "source",
    path: "types/src/generated/schemas.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [typeImport("./openapi.ts", ["components"]), ...aliases, ...former, ...formerTypes(model, names)],
    },
  };
}
