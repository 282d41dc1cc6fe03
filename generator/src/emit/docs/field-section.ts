import type { Field, Shape } from "../../model.ts";
import { fieldTable } from "./field-table.ts";
import type { Reference } from "./reference.ts";

/** A section with a table of fields, or of what a shape holds; nothing where there are no fields. */
export function fieldSection(reference: Reference, title: string, given: readonly Field[] | Shape): string {
  const fields = Array.isArray(given) ? given : [rootOf(given as Shape)];
  return fields.length === 0 ? "" : `#### ${title}\n\n${fieldTable(reference, fields)}`;
}

/** A field without a name stands for the value itself. */
function rootOf(shape: Shape): Field {
  return { name: "", required: true, deprecated: false, text: "", shape };
}
