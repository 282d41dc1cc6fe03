import { type InterfaceDeclarationStructure, type PropertySignatureStructure, StructureKind } from "ts-morph";
import type { Field, Model, Shape, SourceFile, TexmlCallback } from "../../model.ts";
import { jsdoc, sentence } from "../text/jsdoc.ts";
import { literal, propertyName } from "../text/typescript.ts";
import { alias } from "./alias.ts";

/** The forms that TeXML sends: an interface for each, the map by kind, and their union. */
export function texmlCallbacksFile({ texmlCallbacks }: Model): SourceFile {
  return {
    kind: "source",
    path: "types/src/generated/texml-callbacks.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        ...texmlCallbacks.map(callbackInterface),
        callbackMap(texmlCallbacks),
        alias("TexmlCallbackKind", "keyof TexmlCallbackMap", "A kind of form that TeXML sends."),
        alias(
          "TexmlRequestKind",
          texmlCallbacks
            .filter(({ isRequest }) => isRequest)
            .map(({ kind }) => literal(kind))
            .join(" | ") || "never",
          "A kind that is always answered with a document, whatever asked for it: Telnyx goes on with what that says.",
        ),
        alias(
          "TexmlCallback",
          "TexmlCallbackMap[TexmlCallbackKind]",
          "Any form of TeXML whose kind is known. Narrows on `callback.kind`, which is not on the wire.",
        ),
      ],
    },
  };
}

function callbackInterface({ kind, type, text, fields }: TexmlCallback): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: type,
    isExported: true,
    docs: docsOf(sentence(text.summary), text.description ?? ""),
    properties: [
      property("kind", literal(kind), true, "What the form is recognised as; not a field of the wire."),
      ...fields.map((field) => property(propertyName(field.name), typeOf(field.shape), field.required, textOf(field))),
    ],
    // What the wire has beyond these passes through, all of it text.
    indexSignatures: [
      { kind: StructureKind.IndexSignature, keyName: "field", keyType: "string", returnType: "string | undefined" },
    ],
  };
}

function property(name: string, type: string, isRequired: boolean, text: string): PropertySignatureStructure {
  return {
    kind: StructureKind.PropertySignature,
    name,
    type: isRequired ? type : `${type} | undefined`,
    hasQuestionToken: !isRequired,
    docs: docsOf(text),
  };
}

/** All are texts; of some the values are known. */
function typeOf(shape: Shape): string {
  if (shape.kind !== "literals") return "string";
  const values = shape.values.map((value) => literal(String(value)));
  return [...values, ...(shape.isOpen ? ["(string & {})"] : [])].join(" | ");
}

function textOf({ text, shape }: Field): string {
  const format = shape.kind === "scalar" ? shape.format : undefined;
  return [sentence(text), ...(format === undefined ? [] : [`As text: ${format}.`])].join(" ").trim();
}

function callbackMap(callbacks: readonly TexmlCallback[]): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: "TexmlCallbackMap",
    isExported: true,
    docs: [{ description: "The forms that TeXML sends, by kind." }],
    properties: callbacks.map(({ kind, type, text }): PropertySignatureStructure => {
      const docs = docsOf(text.summary);
      return { kind: StructureKind.PropertySignature, name: literal(kind), type, docs };
    }),
  };
}

function docsOf(...parts: readonly string[]) {
  const text = parts.filter((part) => part !== "").map(jsdoc);
  return text.length === 0 ? [] : [{ description: text.join("\n\n") }];
}
