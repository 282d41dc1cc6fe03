import type { TypeAliasDeclarationStructure } from "ts-morph";
import type { Model } from "../../model.ts";
import { alias } from "./alias.ts";

/** An alias for each former name of the types that a file exports. */
export function formerTypes({ aliases }: Model, names: Iterable<string>): TypeAliasDeclarationStructure[] {
  const here = new Set(names);
  return aliases.types
    .filter(({ target }) => here.has(target))
    .map(({ name, target }) => deprecatedAlias(name, target, target));
}

/** An alias that editors strike through, and what to use in its place. */
export function deprecatedAlias(name: string, type: string, instead: string): TypeAliasDeclarationStructure {
  const declaration = alias(name, type);
  return { ...declaration, docs: [{ description: `@deprecated Use \`${instead}\`.` }] };
}
