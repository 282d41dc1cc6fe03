import type ts from "typescript";
import { exportedNames } from "../../model/name.ts";
import type { Model, NamedSchema } from "../../model.ts";
import { jsdocCode } from "../text/jsdoc.ts";
import { type TypeClaim, typeClaims } from "./type-claims.ts";
import { findMember, referencePath, type TypeTree } from "./type-tree.ts";

/** A type that has a name of its own, by which editors and errors call it. */
export interface NamedType extends TypeClaim {
  /** The part of what openapi-typescript makes that it is; undefined where the way leads to none. */
  readonly member: ts.PropertySignature | undefined;
}

/** The names of the parts of what openapi-typescript makes. */
export interface TypeNames {
  /** All of them, in the order of the model. Several may be one part. */
  readonly types: readonly NamedType[];
  /** The name that a part is declared by. */
  readonly declared: ReadonlyMap<ts.PropertySignature, string>;
  /** The names that schemas are declared by. */
  readonly schemas: ReadonlyMap<string, string>;
  /** The names that a schema is exported by and not declared, since in the file itself they mean something else. */
  readonly exportedAs: ReadonlyMap<string, string>;
}

/** What the generated files say themselves, or openapi-typescript in what it makes: nothing there is declared by it. */
const spoken = new Set(["Delivered", "WithRequired", "Record", "Omit", "Extract", "NonNullable"]);

/**
 * Gives the parts of what openapi-typescript makes the names that the model has for them. A part is declared by the name
 * of the request, response, event or payload that alone is it, else by that of its schema.
 */
export function nameTypes(tree: TypeTree, model: Model): TypeNames {
  const claims = typeClaims(model).map((claim): NamedType => ({ ...claim, member: partOf(tree, claim.path) }));
  const schemas = model.schemas.map((schema): NamedType & { schema: NamedSchema } => {
    const path = ["components", "schemas", schema.name];
    const docs = [`The schema ${jsdocCode(schema.name)}.`];
    return { schema, name: schema.typeName, path, room: "schemas", docs, member: findMember(tree, path) };
  });
  const taken = new Set([...exportedNames, ...claims.map(({ name }) => name)]);
  const [types, declared, exportedAs] = [[...claims], declarers(claims, schemas), new Map<string, string>()];
  for (const { schema, ...type } of schemas) {
    const isFree = !taken.has(type.name);
    taken.add(type.name);
    if (type.member === undefined) continue;
    if (declared.has(type.member)) {
      if (isFree) types.push(type);
    } else {
      const name = isFree && !spoken.has(type.name) ? type.name : freeName(`${type.name}Schema`, taken);
      declared.set(type.member, name);
      types.push({ ...type, name });
      if (isFree && name !== type.name) exportedAs.set(name, type.name);
    }
  }
  const names = schemas.flatMap(({ schema, member }): [string, string][] => {
    const name = member && declared.get(member);
    return name === undefined ? [] : [[schema.name, name]];
  });
  return { types, declared, schemas: new Map(names), exportedAs };
}

/** The names of the parts that one request, response, event or payload is, and of those that are no schema. */
function declarers(claims: readonly NamedType[], schemas: readonly NamedType[]): Map<ts.PropertySignature, string> {
  const names = new Map<ts.PropertySignature, string[]>();
  for (const { name, member, deliveredAs } of claims) {
    if (member !== undefined && deliveredAs === undefined) names.set(member, [...(names.get(member) ?? []), name]);
  }
  const isSchema = new Set(schemas.map(({ member }) => member));
  return new Map(
    [...names].flatMap(([member, [first = "", ...others]]) => {
      return others.length > 0 && isSchema.has(member) ? [] : [[member, first]];
    }),
  );
}

/** What a path leads to: the member there, or the schema that it refers to. */
function partOf(tree: TypeTree, path: readonly string[]): ts.PropertySignature | undefined {
  const seen = new Set<ts.PropertySignature>();
  let member = findMember(tree, path);
  while (member !== undefined && !seen.has(member)) {
    seen.add(member);
    const target = referencePath(member.type);
    if (target?.length !== 3) break;
    member = findMember(tree, target) ?? member;
  }
  return member;
}

function freeName(base: string, taken: Set<string>): string {
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
  taken.add(name);
  return name;
}
