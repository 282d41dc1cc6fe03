import {
  type ClassDeclarationStructure,
  type ImportDeclarationStructure,
  type PropertyDeclarationStructure,
  StructureKind,
} from "ts-morph";
import { fileName } from "../../model/name.ts";
import type { SourceFile } from "../../model.ts";
import { typeImport } from "../text/typescript.ts";
import { methodStructure, methodTypes } from "./method-structure.ts";
import type { Resource } from "./resource-tree.ts";

/** The file of a resource at the top of the tree, with the classes of all the resources below it. */
export function resourceFile(resource: Resource): SourceFile {
  const types = all(resource).flatMap(({ methods }) => methods.flatMap(({ operation }) => methodTypes(operation)));
  return {
    kind: "source",
    path: `client/src/generated/resources/${fileName(resource.className)}.ts`,
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        ...(types.length > 0 ? [typeImport("@telnyx-voice/types", types)] : []),
        typeImport("../../operation.ts", ["RequestOptions", "Send"]),
        valueImport("../operations.ts", "operations"),
        ...all(resource).map(resourceClass),
      ],
    },
  };
}

/** The root of the tree: a class that the client extends. */
export function resourcesFile(root: Resource): SourceFile {
  const imports = root.children.map((child) =>
    valueImport(`./resources/${fileName(child.className)}.ts`, child.className),
  );
  const structure = resourceClass({ ...root, className: "Resources" });
  return {
    kind: "source",
    path: "client/src/generated/resources.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        typeImport("../operation.ts", ["Send"]),
        ...imports,
        { ...structure, docs: [{ description: "All resources of the API." }] },
      ],
    },
  };
}

/** A resource and all below it; those below first, since a class must stand before the one that makes it. */
function all(resource: Resource): Resource[] {
  return [...resource.children.flatMap(all), resource];
}

function resourceClass(resource: Resource): ClassDeclarationStructure {
  const needsSend = resource.methods.length > 0;
  return {
    kind: StructureKind.Class,
    name: resource.className,
    isExported: true,
    properties: [
      ...(needsSend ? [{ kind: StructureKind.Property, name: "#send", type: "Send", isReadonly: true } as const] : []),
      ...resource.children.map((child): PropertyDeclarationStructure => {
        return { kind: StructureKind.Property, name: child.name, type: child.className, isReadonly: true };
      }),
    ],
    ctors: [
      {
        parameters: [{ name: "send", type: "Send" }],
        statements: [
          ...(needsSend ? ["this.#send = send;"] : []),
          ...resource.children.map((child) => `this.${child.name} = new ${child.className}(send);`),
        ],
      },
    ],
    methods: resource.methods.map(({ name, operation }) => methodStructure(name, operation)),
  };
}

function valueImport(moduleSpecifier: string, name: string): ImportDeclarationStructure {
  return { kind: StructureKind.ImportDeclaration, moduleSpecifier, namedImports: [name] };
}
