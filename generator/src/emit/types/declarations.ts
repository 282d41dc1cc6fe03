import { type StatementStructures, StructureKind, type TypeAliasDeclarationStructure } from "ts-morph";
import type { Model } from "../../model.ts";
import { typeImport } from "../text/typescript.ts";
import type { DeclaredTypes } from "./declare-types.ts";
import { deprecatedAlias, formerTypes } from "./former-types.ts";
import type { Room } from "./type-claims.ts";

type Statement = StatementStructures | string;

/** The declarations of a file of types, with what they need of other files, and what they were called. */
export function declarations(model: Model, declared: DeclaredTypes, room: Room): Statement[] {
  const own = declared.types.filter((type) => type.room === room);
  const uses = new Set(own.flatMap(({ uses }) => [...uses]));
  const names = new Set(own.map(({ name }) => name));
  const found = [
    ...typeImports(declared, uses, room),
    ...[...declared.operators].filter(([name]) => uses.has(name)).map(([, text]) => text),
    ...own.map(({ text }) => text),
    ...exportsOf(declared, names),
    ...formerSchemas(model, declared, names),
    ...formerTypes(model, names),
  ];
  // Without an export a file is no module, which none could export from.
  return found.length > 0 ? found : ["export {};"];
}

/** The imports of the types that a file uses and has not. */
export function typeImports({ types }: DeclaredTypes, uses: ReadonlySet<string>, room?: Room) {
  const outside = types.filter((type) => type.room !== room && uses.has(type.name));
  const roots = ["components", "operations"].filter((name) => room !== undefined && uses.has(name));
  return [
    ...(["events", "operations", "schemas"] as const).flatMap((from) => {
      const names = outside.filter((type) => type.room === from).map(({ name }) => name);
      return names.length > 0 ? [typeImport(`./${from}.ts`, names)] : [];
    }),
    ...(roots.length > 0 ? [typeImport("./openapi.ts", roots)] : []),
  ];
}

function exportsOf({ exportedAs }: DeclaredTypes, names: ReadonlySet<string>): Statement[] {
  const namedExports = [...exportedAs].filter(([name]) => names.has(name)).map(([name, alias]) => ({ name, alias }));
  return namedExports.length > 0 ? [{ kind: StructureKind.ExportDeclaration, isTypeOnly: true, namedExports }] : [];
}

function formerSchemas(
  { aliases }: Model,
  { schemas, exportedAs }: DeclaredTypes,
  names: ReadonlySet<string>,
): TypeAliasDeclarationStructure[] {
  return aliases.schemas.flatMap(({ typeName, target }) => {
    const name = schemas.get(target) ?? "";
    return typeName === undefined || !names.has(name)
      ? []
      : [deprecatedAlias(typeName, name, exportedAs.get(name) ?? name)];
  });
}
