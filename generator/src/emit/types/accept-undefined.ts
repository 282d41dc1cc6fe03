import ts from "typescript";

/** A type, or a member, in which what may be left out may be undefined, too, as `exactOptionalPropertyTypes` asks. */
export function acceptUndefined<Of extends ts.Node>(node: Of): Of {
  return visit(node) as Of;
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
