import { StructureKind, type TypeAliasDeclarationStructure } from "ts-morph";
import { jsdoc } from "../text/jsdoc.ts";

/** An exported alias with its docstring; parts of the docstring that are empty are left out. */
export function alias(
  name: string,
  type: string,
  ...docs: readonly (string | undefined)[]
): TypeAliasDeclarationStructure {
  const text = docs.filter((part) => part !== undefined && part !== "").map((part) => jsdoc(part as string));
  return {
    kind: StructureKind.TypeAlias,
    name,
    type,
    isExported: true,
    ...(text.length === 0 ? {} : { docs: [{ description: text.join("\n\n") }] }),
  };
}
