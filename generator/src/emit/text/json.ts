import { bracketed } from "./bracketed.ts";

const list = { open: "[", close: "]", space: "", trailing: "" };
const object = { open: "{", close: "}", space: " ", trailing: "" };

/** JSON for a reader: what is short on one line, else a member a line. */
export function jsonText(value: unknown, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return bracketed(
      list,
      value.map((item) => jsonText(item, inner)),
      indent,
    );
  }
  const members = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${jsonText(item, inner)}`);
  return bracketed(object, members, indent);
}
