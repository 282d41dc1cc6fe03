import {
  type ExportDeclarationStructure,
  type ImportDeclarationStructure,
  type InterfaceDeclarationStructure,
  type PropertySignatureStructure,
  StructureKind,
} from "ts-morph";
import { fileName } from "../../model/name.ts";
import type { SourceFile } from "../../model.ts";
import { jsdoc } from "../text/jsdoc.ts";
import { typeImport } from "../text/typescript.ts";
import { isList, methodStructure, methodTypes } from "./method-structure.ts";
import type { Resource } from "./resource-tree.ts";

/** The file of a resource at the top of the tree, with the types of all the resources below it. */
export function resourceFile(resource: Resource): SourceFile {
  const operations = all(resource).flatMap(({ methods }) => methods.map(({ operation }) => operation));
  const types = operations.flatMap(methodTypes);
  const hasUploads = operations.some(({ body }) => body?.contents.some(({ files }) => files.length > 0));
  return {
    kind: "source",
    path: `client/src/generated/resources/${fileName(resource.typeName)}.ts`,
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        ...(types.length > 0 ? [typeImport("@telnyx-voice/types", types)] : []),
        ...(operations.every(isList) ? [] : [typeImport("../../api-promise.ts", ["ApiPromise"])]),
        ...(operations.some(isList) ? [typeImport("../../list-promise.ts", ["ListPromise"])] : []),
        ...(hasUploads ? [typeImport("../../multipart.ts", ["WithFiles"])] : []),
        typeImport("../../operation.ts", ["RequestOptions"]),
        ...all(resource).map(resourceInterface),
      ],
    },
  };
}

/** The root of the tree: what the client has. */
export function resourcesFile(root: Resource): SourceFile {
  const imports = root.children.map(
    (child): ImportDeclarationStructure => typeImport(`./resources/${fileName(child.typeName)}.ts`, [child.typeName]),
  );
  return {
    kind: "source",
    path: "client/src/generated/resources.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        ...imports,
        // So that what is inferred of a client has a name outside of it.
        ...root.children.map((child): ExportDeclarationStructure => {
          const moduleSpecifier = `./resources/${fileName(child.typeName)}.ts`;
          return { kind: StructureKind.ExportDeclaration, isTypeOnly: true, moduleSpecifier };
        }),
        {
          ...resourceInterface({ ...root, typeName: "Resources" }),
          docs: [{ description: "All resources of the API." }],
        },
      ],
    },
  };
}

/** A resource and all below it, those below first. */
function all(resource: Resource): Resource[] {
  return [...resource.children.flatMap(all), resource];
}

function resourceInterface({ typeName, text, methods, children }: Resource): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: typeName,
    isExported: true,
    docs: docsOf(text),
    properties: children.map((child): PropertySignatureStructure => {
      const { name, typeName: type } = child;
      return { kind: StructureKind.PropertySignature, name, type, isReadonly: true, docs: docsOf(child.text) };
    }),
    methods: methods.map(({ name, operation, isFormer }) => methodStructure(name, operation, isFormer)),
  };
}

function docsOf(text: string): string[] {
  return text === "" ? [] : [jsdoc(text)];
}
