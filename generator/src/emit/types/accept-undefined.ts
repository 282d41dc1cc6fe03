import ts from "typescript";

/** A type in which each member that may be left out may be undefined, too, as `exactOptionalPropertyTypes` asks. */
export function acceptUndefined(type: ts.TypeNode): ts.TypeNode {
  return ts.visitNode(type, visit) as ts.TypeNode;
}

function visit(node: ts.Node): ts.Node {
  const visited = ts.visitEachChild(node, visit, undefined);
  if (!ts.isPropertySignature(visited) || visited.questionToken === undefined || visited.type === undefined)
    return visited;
  const { modifiers, name, questionToken, type } = visited;
  return ts.factory.updatePropertySignature(visited, modifiers, name, questionToken, withUndefined(type));
}

function withUndefined(type: ts.TypeNode): ts.TypeNode {
  const nothing = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  if (type.kind === ts.SyntaxKind.UnknownKeyword) return type;
  if (type.kind === ts.SyntaxKind.NeverKeyword) return nothing;
  return ts.factory.createUnionTypeNode([...(ts.isUnionTypeNode(type) ? type.types : [type]), nothing]);
}
