import { type CodeBlockWriter, type ImportDeclarationStructure, StructureKind } from "ts-morph";
import { bracketed } from "./bracketed.ts";

/** A string literal: JSON's form, with the two line separators that older engines refuse escaped as well. */
export function literal(text: string): string {
  return JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** A property name of an object literal, quoted only where it must be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) && name !== "__proto__" ? name : quotedName(name);
}

/** A property name of an object literal between quotes; `__proto__` in brackets, without which it sets the prototype. */
export function quotedName(name: string): string {
  return name === "__proto__" ? `[${literal(name)}]` : literal(name);
}

/** `["a"]["b"]`: the access to a member of a type, whatever its name. */
export function member(...names: readonly (string | number)[]): string {
  return names.map((name) => `[${typeof name === "number" ? name : literal(name)}]`).join("");
}

/** An import of types only. */
export function typeImport(moduleSpecifier: string, names: Iterable<string>): ImportDeclarationStructure {
  const sorted = [...new Set(names)].sort();
  // A name a line, so that a new one is a line in a review; few of them stay on one.
  const namedImports =
    sorted.length <= 4
      ? sorted
      : (writer: CodeBlockWriter) => {
          for (const name of sorted) writer.newLineIfLastNot().write(`${name},`);
          writer.newLine();
        };
  return { kind: StructureKind.ImportDeclaration, isTypeOnly: true, moduleSpecifier, namedImports };
}

const list = { open: "[", close: "]", space: "", trailing: "," };
const object = { open: "{", close: "}", space: " ", trailing: "," };

/** A value of JSON as an expression: on one line where it is short, else a member a line. */
export function valueText(value: unknown, indent = ""): string {
  if (typeof value === "string") return literal(value);
  if (typeof value !== "object" || value === null) return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return bracketed(
      list,
      value.map((item) => valueText(item, inner)),
      indent,
    );
  }
  const members = Object.entries(value).map(([name, item]) => `${propertyName(name)}: ${valueText(item, inner)}`);
  return bracketed(object, members, indent);
}
