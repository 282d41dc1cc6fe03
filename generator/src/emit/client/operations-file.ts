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

/** A resource as an object: its methods, then the resources below it. */
function branch({ methods, children }: Resource, indent = ""): string {
  const members = [
    ...methods.map(({ name, operation }) => `${propertyName(name)}: ${leaf(operation)},`),
    ...children.map((child) => `${propertyName(child.name)}: ${branch(child, `${indent}  `)},`),
  ];
  return `{\n${members.map((member) => `${indent}${member}\n`).join("")}${indent.slice(2)}}`;
}

function leaf({ method, path, body, query, success, pagination, isCommand }: Operation): string {
  const [content, ...others] = body?.contents ?? [];
  const files = [...(content?.files ?? []), ...others.flatMap((other) => other.files)];
  const parts = [
    `method: ${literal(method.toUpperCase())}`,
    ...(content === undefined ? [] : [`body: ${literal(content.encoding)}`]),
    ...(files.length === 0 ? [] : [`files: [${[...new Set(files)].map(literal).join(", ")}]`]),
    ...(isCommand ? ["command: true"] : []),
    ...(query.length > 0 && content === undefined ? ["query: true"] : []),
    ...(success.kind === "json" ? [] : [`answer: ${literal(success.kind)}`]),
    ...(pagination === undefined ? [] : [`items: ${literal(pagination.items)}`, `pages: ${literal(pagination.pages)}`]),
    // The end of a path differs most; behind what is alike, the whole compresses better.
    `path: ${literal(path)}`,
  ];
  return `{ ${parts.join(", ")} }`;
}
