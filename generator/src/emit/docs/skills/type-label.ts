import type { Model, Shape } from "../../../model.ts";
import { codeSpan } from "../../text/markdown.ts";
import { schemaNamed } from "../schema-named.ts";
import { typeText } from "../type-text.ts";
import type { Words } from "../words/words.ts";

/** So many values are named; of more than that their number is. */
const most = 8;

/** A type in running text: plain where it is but a word or two, `one of 35 values` where naming all would hide the rest. */
export function typeLabel(model: Model, words: Words, shape: Shape): string {
  const count = valuesOf(model, shape);
  if (count > most) return isList(model, shape) ? words.skills.someOf(count) : words.skills.oneOf(count);
  const text = typeText(model, shape);
  return /^[a-z]+( \([a-z0-9-]+\))?(\[\])*$/.test(text) ? text : codeSpan(text);
}

function isList(model: Model, shape: Shape): boolean {
  const target = shape.kind === "named" ? schemaNamed(model, shape.name)?.shape : shape;
  return target?.kind === "list";
}

function valuesOf(model: Model, shape: Shape): number {
  switch (shape.kind) {
    case "literals":
      return shape.values.length;
    case "list":
      return valuesOf(model, shape.items);
    case "union":
      return shape.members.reduce((count, member) => count + valuesOf(model, member), 0);
    case "named": {
      const target = schemaNamed(model, shape.name)?.shape;
      return target === undefined || target.kind === "named" ? 0 : valuesOf(model, target);
    }
    default:
      return 0;
  }
}
