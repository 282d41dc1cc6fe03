import ts from "typescript";
import type { Model } from "../../model.ts";
import { jsdoc } from "../text/jsdoc.ts";
import { member as access, literal } from "../text/typescript.ts";
import { acceptUndefined } from "./accept-undefined.ts";
import { type NamedType, nameTypes, type TypeNames } from "./name-types.ts";
import { openapiNodes } from "./openapi-nodes.ts";
import { createNamer, type Namer } from "./put-names.ts";
import type { Room } from "./type-claims.ts";
import { typeTree } from "./type-tree.ts";

/** A type as it is declared. */
export interface DeclaredType {
  readonly name: string;
  readonly room: Room;
  /** The declaration, with its docstring. */
  readonly text: string;
  /** The other types that the text names. */
  readonly uses: ReadonlySet<string>;
}

/** What openapi-typescript makes of a document, with a name for each of its parts. */
export interface DeclaredTypes {
  readonly types: readonly DeclaredType[];
  readonly schemas: TypeNames["schemas"];
  readonly exportedAs: TypeNames["exportedAs"];
  /** `paths`, `webhooks`, `components` and `operations`, in which names stand for the parts. */
  readonly openapi: Pick<DeclaredType, "text" | "uses">;
  /** The types that openapi-typescript makes others with, by name. */
  readonly operators: ReadonlyMap<string, string>;
}

const roots = ["paths", "webhooks", "components", "operations", "$defs"];

/** Has openapi-typescript make types of a document, and takes them apart by the names that the model has for them. */
export function declareTypes(model: Model): DeclaredTypes {
  const nodes = openapiNodes(model);
  const tree = typeTree(nodes);
  const names = nameTypes(tree, model);
  const putNames = createNamer(tree, names.declared);
  const drafts = names.types.map((type) => draftType(type, names, putNames));
  const uses = new Map(drafts.map(({ type, uses }) => [type.name, uses]));
  const namesOf = (isRoot: (type: NamedType) => boolean) => names.types.filter(isRoot).map(({ name }) => name);
  const sent = reach([...namesOf(({ isSent }) => isSent === true), ...bodyNames(model, names)], uses);
  const ofEvents = reach(
    namesOf(({ room }) => room === "events"),
    uses,
  );
  const isRoot = (node: ts.Node) => ts.isInterfaceDeclaration(node) || roots.includes(nameOf(node));
  const openapi = nodes.filter(isRoot).map(putNames);
  return {
    types: drafts.map((draft) => {
      const { name, room } = draft.type;
      const body = sent.has(name) ? acceptUndefined(draft.body) : draft.body;
      const text = print(declaration({ ...draft, body }));
      return { name, room: ofEvents.has(name) ? "events" : room, text, uses: draft.uses };
    }),
    schemas: names.schemas,
    exportedAs: names.exportedAs,
    openapi: {
      text: openapi.map(({ node }) => print(node)).join("\n"),
      uses: new Set(openapi.flatMap(({ uses }) => [...uses])),
    },
    operators: new Map(nodes.filter((node) => !isRoot(node)).map((node) => [nameOf(node), print(node)])),
  };
}

interface Draft {
  readonly type: NamedType;
  readonly body: ts.TypeNode;
  /** Whether the body is another type that has the same members. */
  readonly isExtension: boolean;
  readonly uses: ReadonlySet<string>;
}

function draftType(type: NamedType, { declared }: TypeNames, putNames: Namer): Draft {
  const { name, member, path, within, deliveredAs } = type;
  const refer = (text: string, use: string, isExtension = false): Draft => {
    return { type, body: ts.factory.createTypeReferenceNode(text), isExtension, uses: new Set([use]) };
  };
  if (member?.type === undefined) {
    return within === undefined
      ? refer(accessTo(path), path[0] ?? "")
      : refer(`${within.type}${access(...within.path)}`, within.type);
  }
  const declarer = declared.get(member) ?? "";
  if (deliveredAs !== undefined) return refer(`Delivered<${declarer}, ${literal(deliveredAs)}>`, declarer);
  if (declarer !== name) return refer(declarer, declarer, type.room !== "schemas" && ts.isTypeLiteralNode(member.type));
  const { node, uses } = putNames(member.type);
  return { type, body: node, isExtension: false, uses };
}

/** An alias keeps the name of an object in what editors and errors say; for a second name it takes an interface. */
function declaration({ type: { name, docs }, body, isExtension }: Draft): ts.Node {
  const { factory } = ts;
  const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const base = () => {
    const expression = factory.createIdentifier(print(body));
    return factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, [
      factory.createExpressionWithTypeArguments(expression, undefined),
    ]);
  };
  const node = isExtension
    ? factory.createInterfaceDeclaration(modifiers, name, undefined, [base()], [])
    : factory.createTypeAliasDeclaration(modifiers, name, undefined, body);
  const text = docs.flatMap((part) => (part ? [jsdoc(part)] : []));
  const lines = text.join("\n\n").split("\n");
  const comment =
    lines.length === 1 ? `* ${lines[0]} ` : `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
  return ts.addSyntheticLeadingComment(node, ts.SyntaxKind.MultiLineCommentTrivia, comment, true);
}

/** The way to a part that lies behind something else than members: to what is there, where it is there. */
function accessTo([root = "", ...names]: readonly string[]): string {
  return names.reduce((text, name) => `NonNullable<${text}${access(name)}>`, root);
}

/** The names of the schemas that are bodies, whatever their media types. */
function bodyNames({ operations }: Model, { schemas }: TypeNames): string[] {
  const contents = operations.flatMap(({ body }) => body?.contents ?? []);
  return contents.flatMap(({ shape }) => (shape.kind === "named" ? (schemas.get(shape.name) ?? []) : []));
}

/** The names of types, and of all that these use. */
function reach(from: readonly string[], uses: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    waiting.push(...(uses.get(name) ?? []));
  }
  return reached;
}

function nameOf(node: ts.Node): string {
  return ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) ? node.name.text : "";
}

const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed });
const file = ts.createSourceFile("types.ts", "", ts.ScriptTarget.ESNext);

function print(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, file);
}
