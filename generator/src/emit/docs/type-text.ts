import type { Model, Shape } from "../../model.ts";
import { schemaNamed } from "./schema-named.ts";

/** A shape in one line, as TypeScript would write it: `integer | null`, `"a" | "b"`, `object[]`, `string (uuid)`. */
export function typeText(model: Model, shape: Shape): string {
  return alternatives(model, shape, []).join(" | ");
}

/** What a shape allows, each alternative once. A named schema is shown as what it is. */
function alternatives(model: Model, shape: Shape, through: readonly string[]): string[] {
  switch (shape.kind) {
    case "scalar":
      return [shape.format === undefined ? shape.type : `${shape.type} (${shape.format})`];
    case "literals":
      return [...shape.values.map((value) => JSON.stringify(value)), ...(shape.isOpen ? ["string"] : [])];
    case "list":
      return [`${parenthesised(alternatives(model, shape.items, through).join(" | "))}[]`];
    case "structure":
      return ["object"];
    case "union":
      return [...new Set(shape.members.flatMap((member) => alternatives(model, member, through)))];
    case "named":
      return namedAlternatives(model, shape.name, through);
    case "anything":
      return ["any"];
  }
}

/** A schema that leads back to itself is an object. */
function namedAlternatives(model: Model, name: string, through: readonly string[]): string[] {
  const schema = schemaNamed(model, name);
  if (schema === undefined || through.includes(name)) return ["object"];
  return alternatives(model, schema.shape, [...through, name]);
}

function parenthesised(type: string): string {
  return /[ |]/.test(type) ? `(${type})` : type;
}
