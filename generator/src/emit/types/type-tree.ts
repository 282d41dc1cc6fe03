import ts from "typescript";

/** The interfaces at the top of what openapi-typescript made, by their names. */
export type TypeTree = ReadonlyMap<string, ts.InterfaceDeclaration>;

export function typeTree(nodes: readonly ts.Node[]): TypeTree {
  return new Map(nodes.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]));
}

/**
 * The member that a path of names leads to; references on the way are followed, one at its end is not. Undefined where the
 * way leads through something else than members, such as a choice.
 */
export function findMember(tree: TypeTree, path: readonly string[]): ts.PropertySignature | undefined {
  const [root = "", ...names] = path;
  let found: ts.PropertySignature | undefined;
  let members: readonly ts.TypeElement[] | undefined = tree.get(root)?.members;
  for (const name of names) {
    if (found !== undefined) members = membersOf(tree, found.type, new Set());
    found = members?.filter(ts.isPropertySignature).find((member) => nameOf(member) === name);
    if (found === undefined) return undefined;
  }
  return found;
}

/** The names of the members that a type written `components["schemas"]["A"]` leads through; undefined for another. */
export function referencePath(type: ts.TypeNode | undefined): string[] | undefined {
  if (type === undefined) return undefined;
  if (ts.isTypeReferenceNode(type)) return ts.isIdentifier(type.typeName) ? [type.typeName.text] : undefined;
  if (!ts.isIndexedAccessTypeNode(type)) return undefined;
  const way = referencePath(type.objectType);
  const { indexType } = type;
  const isName = ts.isLiteralTypeNode(indexType) && ts.isLiteralExpression(indexType.literal);
  return way && isName ? [...way, (indexType.literal as ts.LiteralExpression).text] : undefined;
}

export function nameOf({ name }: ts.PropertySignature): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) ? name.text : "";
}

function membersOf(
  tree: TypeTree,
  type: ts.TypeNode | undefined,
  seen: Set<string>,
): readonly ts.TypeElement[] | undefined {
  if (type === undefined) return undefined;
  if (ts.isTypeLiteralNode(type)) return type.members;
  const path = referencePath(type);
  const key = JSON.stringify(path);
  // A reference that leads back to itself leads nowhere.
  if (path === undefined || path.length < 2 || seen.has(key)) return undefined;
  seen.add(key);
  return membersOf(tree, findMember(tree, path)?.type, seen);
}
