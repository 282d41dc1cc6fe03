import { bracketed } from "./bracketed.ts";

const list = { open: "[", close: "]", space: "", trailing: "" };
const hash = { open: "{", close: "}", space: "", trailing: "" };

/** A string literal: JSON's form, in which Ruby would take `#{`, `#$` and `#@` for code. No string holds half a character. */
export function rubyString(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/#(?=[{$@])/g, "\\#");
}

/** A key of a hash or of keyword arguments, with its colon; between quotes where it could not stand without. */
export function rubyKey(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `${name}:` : `${rubyString(name)}:`;
}

/** A value of JSON as an expression: on one line where it is short, else a member a line. */
export function rubyValue(value: unknown, indent = ""): string {
  if (typeof value === "string") return rubyString(value);
  if (value === null || value === undefined) return "nil";
  if (typeof value !== "object") return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return bracketed(
      list,
      value.map((item) => rubyValue(item, inner)),
      indent,
    );
  }
  const members = Object.entries(value).map(([name, item]) => `${rubyKey(name)} ${rubyValue(item, inner)}`);
  return bracketed(hash, members, indent);
}
