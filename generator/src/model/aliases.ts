import { type Diagnostic, diagnose, type Result } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Alias, Aliases, Model, SchemaAlias } from "../model.ts";
import type { FormerNames } from "../specs.ts";
import { exportedNames, isMethodName, isTypeName, schemaTypeName } from "./name.ts";

type Named = Pick<Model, "operations" | "events" | "schemas">;

/** What aliases of one section may lead to, and what they may not be called. */
interface Section {
  readonly name: keyof FormerNames;
  readonly targets: ReadonlySet<string>;
  readonly isTaken: (name: string) => boolean;
  readonly isInvalid?: (name: string) => "method-name-invalid" | "type-name-invalid" | false;
}

/** The former names that can go on working; the others are reported and left out: what has the name now keeps it. */
export function buildAliases(named: Named, former: FormerNames): Result<Aliases> {
  const diagnostics: Diagnostic[] = [];
  const read = (section: Section) => readSection(section, former[section.name] ?? {}, diagnostics);
  const methods = read(methodSection(named));
  const types = read(typeSection(named));
  const components = new Set(named.schemas.map(({ name }) => name));
  const schemas = read({ name: "schemas", targets: components, isTaken: (name) => components.has(name) });
  const taken = new Set([...typesOf(named), ...exportedNames, ...types.map(({ name }) => name)]);
  return { value: { methods, types, schemas: schemas.map((alias) => withType(alias, taken)) }, diagnostics };
}

function readSection(section: Section, former: Readonly<Record<string, string>>, diagnostics: Diagnostic[]): Alias[] {
  const { name: key, targets, isTaken, isInvalid = () => false } = section;
  return Object.entries(former).flatMap(([name, target]) => {
    const place = { file: "specs/names.json", pointer: toPointer(["aliases", key, name]) };
    const invalid = isInvalid(name);
    if (invalid) diagnostics.push(diagnose(invalid, `The alias of ${target} cannot be called ${name}.`, place));
    else if (!targets.has(target)) {
      diagnostics.push(diagnose("alias-target-missing", `${name} leads to ${target}, which is not there.`, place));
    } else if (isTaken(name)) {
      diagnostics.push(
        diagnose("alias-name-taken", `${name}, the alias of ${target}, is something else's name.`, place),
      );
    } else return [{ name, target }];
    return [];
  });
}

/** A method is neither a resource nor below another method. */
function methodSection({ operations }: Named): Section {
  const accessors = operations.map(({ accessor }) => accessor);
  const targets = new Set(accessors.map((accessor) => accessor.join(".")));
  const resources = new Set(accessors.flatMap(resourcesOf));
  return {
    name: "methods",
    targets,
    isTaken: (name) =>
      targets.has(name) || resources.has(name) || resourcesOf(name.split(".")).some((above) => targets.has(above)),
    isInvalid: (name) => !isMethodName(name) && "method-name-invalid",
  };
}

/** `calls.actions.answer` → `calls`, `calls.actions`. */
function resourcesOf(accessor: readonly string[]): string[] {
  return accessor.slice(1).map((_, index) => accessor.slice(0, index + 1).join("."));
}

function typeSection(named: Named): Section {
  const targets = typesOf(named);
  return {
    name: "types",
    targets,
    isTaken: (name) => targets.has(name) || exportedNames.has(name),
    isInvalid: (name) => !isTypeName(name) && "type-name-invalid",
  };
}

function typesOf({ operations, events, schemas }: Named): Set<string> {
  return new Set([
    ...[...operations, ...events].flatMap(({ types }) => Object.values(types)),
    ...schemas.map(({ typeName }) => typeName),
  ]);
}

function withType(alias: Alias, taken: Set<string>): SchemaAlias {
  const typeName = schemaTypeName(alias.name);
  if (taken.has(typeName)) return alias;
  taken.add(typeName);
  return { ...alias, typeName };
}
