import type { Model, Shape } from "../../model.ts";

/** A shape in one line, as TypeScript would write it: `integer | null`, `"a" | "b"`, `object[]`, `string (uuid)`. */
export function typeText(model: Model, shape: Shape, through: readonly string[] = []): string {
  switch (shape.kind) {
    case "scalar":
      return shape.format === undefined ? shape.type : `${shape.type} (${shape.format})`;
    case "literals":
      return shape.values.map((value) => JSON.stringify(value)).join(" | ");
    case "list":
      return `${parenthesised(typeText(model, shape.items, through))}[]`;
    case "structure":
      return "object";
    case "union":
      return [...new Set(shape.members.map((member) => typeText(model, member, through)))].join(" | ");
    case "named":
      return namedText(model, shape.name, through);
    case "anything":
      return "any";
  }
}

/** A named schema is shown as what it is; one that leads back to itself is an object. */
function namedText(model: Model, name: string, through: readonly string[]): string {
  const schema = model.schemas.find((candidate) => candidate.name === name);
  if (schema === undefined || through.includes(name)) return "object";
  return typeText(model, schema.shape, [...through, name]);
}

function parenthesised(type: string): string {
  return /[ |]/.test(type) ? `(${type})` : type;
}
