import ts from "typescript";
import { acceptUndefined } from "./accept-undefined.ts";
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
    const visitComponent = (member: ts.PropertySignature, type: ts.TypeNode): ts.Node | undefined => {
      const name = declared.get(member);
      if (name !== undefined) return refer(name);
      // What a parameter is says more than its name, which no type has. One that refers to itself stays as it is.
      if (inside.has(member)) return undefined;
      inside.add(member);
      const visited = visit(type);
      inside.delete(member);
      return visited;
    };
    const visit = (part: ts.Node): ts.Node => {
      const name = ts.isPropertySignature(part) ? declared.get(part) : undefined;
      // Of what has a name, a query alone may be left out.
      if (name !== undefined) return acceptUndefined(withType(part as ts.PropertySignature, refer(name)));
      const target = ts.isIndexedAccessTypeNode(part) ? componentAt(tree, part) : undefined;
      const component = target?.type && visitComponent(target, target.type);
      if (component !== undefined) return component;
      if (ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName)) uses.add(part.typeName.text);
      return ts.visitEachChild(part, visit, undefined);
    };
    return { node: visit(node) as Of, uses };
  };
}

function withType(member: ts.PropertySignature, type: ts.TypeNode): ts.PropertySignature {
  return ts.factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
}

/** The schema or the parameter that is referred to. */
function componentAt(tree: TypeTree, type: ts.IndexedAccessTypeNode): ts.PropertySignature | undefined {
  const path = referencePath(type) ?? [];
  const [root, section = ""] = path;
  const isComponent = path.length === 3 && root === "components" && ["schemas", "parameters"].includes(section);
  return isComponent ? findMember(tree, path) : undefined;
}
