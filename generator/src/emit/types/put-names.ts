import ts from "typescript";
import { findMember, referencePath, type TypeTree } from "./type-tree.ts";

/** A part in which names stand for other parts, and the types that it names. */
export interface Named<Of extends ts.Node> {
  readonly node: Of;
  readonly uses: ReadonlySet<string>;
}

export type Namer = <Of extends ts.Node>(node: Of) => Named<Of>;

/** Makes what puts names in the place of the parts that are declared by them, and of references to schemas. */
export function createNamer(tree: TypeTree, declared: ReadonlyMap<ts.PropertySignature, string>): Namer {
  return <Of extends ts.Node>(node: Of): Named<Of> => {
    const uses = new Set<string>();
    const inside = new Set<ts.Node>();
    const refer = (name: string) => {
      uses.add(name);
      return ts.factory.createTypeReferenceNode(name);
    };
    const visit = (part: ts.Node): ts.Node => {
      if (ts.isPropertySignature(part)) {
        const name = declared.get(part);
        const { modifiers, name: key, questionToken } = part;
        if (name !== undefined)
          return ts.factory.updatePropertySignature(part, modifiers, key, questionToken, refer(name));
      }
      const target = ts.isIndexedAccessTypeNode(part) ? componentAt(tree, part) : undefined;
      const name = target && declared.get(target);
      if (name !== undefined) return refer(name);
      // What a parameter is says more than its name, which no type has.
      if (target?.type !== undefined && !inside.has(target)) {
        inside.add(target);
        const type = visit(target.type);
        inside.delete(target);
        return type;
      }
      if (ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName)) uses.add(part.typeName.text);
      return ts.visitEachChild(part, visit, undefined);
    };
    return { node: visit(node) as Of, uses };
  };
}

/** The schema or the parameter that is referred to. */
function componentAt(tree: TypeTree, type: ts.IndexedAccessTypeNode): ts.PropertySignature | undefined {
  const path = referencePath(type) ?? [];
  const [root, section = ""] = path;
  const isComponent = path.length === 3 && root === "components" && ["schemas", "parameters"].includes(section);
  return isComponent ? findMember(tree, path) : undefined;
}
