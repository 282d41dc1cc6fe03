import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { Operation, SourceFile } from "../../model.ts";
import { literal, propertyName, typeImport } from "../text/typescript.ts";
import type { Resource } from "./resource-tree.ts";

/** What the client must know of each operation at run time, in the tree of its methods. */
export function operationsFile(root: Resource): SourceFile {
  return {
    kind: "source",
    path: "client/src/generated/operations.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        typeImport("../operation.ts", ["OperationTree"]),
        {
          kind: StructureKind.VariableStatement,
          isExported: true,
          declarationKind: VariableDeclarationKind.Const,
          docs: [
            { description: "The operations by their methods: how each is sent and read, and how its list is walked." },
          ],
          declarations: [{ name: "operations", initializer: `${branch(root)} as const satisfies OperationTree` }],
        },
      ],
    },
  };
}

/** A resource as an object: the folder of its paths, its methods, then the resources below it. */
function branch({ methods, children }: Resource, indent = ""): string {
  const folder = folderOf(methods.map(({ operation }) => operation.path));
  const members = [
    ...(folder === "" ? [] : [`"/": ${literal(escapeWord(folder))},`]),
    ...methods.map(({ name, operation }) => `${propertyName(name)}: ${literal(leaf(operation, folder))},`),
    ...children.map((child) => `${propertyName(child.name)}: ${branch(child, `${indent}  `)},`),
  ];
  return `{\n${members.map((member) => `${indent}${member}\n`).join("")}${indent.slice(2)}}`;
}

/** What several paths begin with, up to a slash; empty where that is no more than the slash. */
function folderOf(paths: readonly string[]): string {
  if (paths.length < 2) return "";
  const common = paths.reduce((one, other) => {
    let length = 0;
    while (length < one.length && one[length] === other[length]) length++;
    return one.slice(0, length);
  });
  const folder = common.slice(0, common.lastIndexOf("/") + 1);
  return folder.length > 1 ? folder : "";
}

/** An operation in words, of which none has a space in it: `POST body=json command /calls`. */
function leaf({ method, path, body, query, success, pagination, isCommand }: Operation, folder: string): string {
  const [content, ...others] = body?.contents ?? [];
  const files = [...(content?.files ?? []), ...others.flatMap((other) => other.files)];
  const words = [
    method.toUpperCase(),
    content && `body=${content.encoding}`,
    files.length > 0 && `files=${[...new Set(files)].map(escapeWord).join(",")}`,
    isCommand && "command",
    query.length > 0 && content === undefined && "query",
    success.kind !== "json" && `answer=${success.kind}`,
    pagination && `items=${escapeWord(pagination.items)}`,
    pagination && `pages=${pagination.pages}`,
    // The end of a path differs most; behind what is alike, the whole compresses better.
    escapeWord(path.slice(folder.length)),
  ];
  return words.filter((word) => typeof word === "string").join(" ");
}

/** Escapes what has a meaning between or within words, as an address does. */
function escapeWord(text: string): string {
  return text.replace(/[%\s=,]/gu, encodeURIComponent);
}
