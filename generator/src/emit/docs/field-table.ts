import type { Field, Limits, Model, Shape } from "../../model.ts";
import { code, markdownProse, table } from "../text/markdown.ts";
import { schemaNamed } from "./schema-named.ts";
import { typeText } from "./type-text.ts";

/** A row still to be written: a field, the way to it, and the named schemas it was reached through. */
interface Row {
  readonly field: Field;
  readonly path: string;
  readonly through: readonly string[];
  /** The member of a union that the field belongs to. */
  readonly variant?: string;
}

/**
 * A table of fields with those below them: `a.b` is a field of the object `a`, `a[].b` one of each item of the list `a`.
 * A schema that contains itself is not opened a second time.
 */
export function fieldTable(model: Model, fields: readonly Field[]): string {
  const rows = fields.flatMap((field) => open(model, { field, path: field.name, through: [] }));
  if (rows.length === 0) return "No fields.";
  return table(
    ["Field", "Type", "Required", "Description"],
    rows.map((row) => [
      code(row.path),
      code(typeText(model, row.field.shape)),
      row.field.required ? "yes" : "",
      description(model, row),
    ]),
  );
}

/** A row and the rows below it. A field without a name is the body itself: it has no row of its own unless it is a leaf. */
function open(model: Model, row: Row): Row[] {
  const below = childrenOf(model, row, row.field.shape, row.path);
  return row.path === "" || row.path.endsWith("[]") ? below : [row, ...below];
}

function childrenOf(model: Model, row: Row, shape: Shape, path: string): Row[] {
  switch (shape.kind) {
    case "named": {
      const schema = schemaNamed(model, shape.name);
      if (schema === undefined || row.through.includes(shape.name)) return [];
      return childrenOf(model, { ...row, through: [...row.through, shape.name] }, schema.shape, path);
    }
    case "list":
      return childrenOf(model, row, shape.items, `${path}[]`);
    case "union":
      return shape.members.flatMap((member) =>
        childrenOf(model, member.kind === "named" ? { ...row, variant: member.name } : row, member, path),
      );
    case "structure":
      return [
        ...shape.fields.flatMap((field) =>
          open(model, { ...row, field, path: path === "" ? field.name : `${path}.${field.name}` }),
        ),
        ...(shape.rest === undefined ? [] : childrenOf(model, row, shape.rest, `${path}.*`)),
      ];
    default:
      return [];
  }
}

function description(model: Model, { field, variant }: Row): string {
  const facts = [
    ...(variant === undefined ? [] : [`in ${code(variant)}`]),
    ...(field.deprecated ? ["deprecated"] : []),
    ...(field.default === undefined ? [] : [`default ${code(JSON.stringify(field.default))}`]),
    ...limitTexts(limitsOf(model, field.shape)),
  ];
  return [markdownProse(field.text), facts.length === 0 ? "" : `(${facts.join(", ")})`]
    .filter((part) => part !== "")
    .join(" ");
}

/** The limits of a value, also where it may be null as well or is a named scalar. */
function limitsOf(model: Model, shape: Shape): Limits {
  switch (shape.kind) {
    case "scalar":
    case "list":
      return shape.limits;
    case "named": {
      const schema = schemaNamed(model, shape.name);
      return schema === undefined || schema.shape.kind === "named" ? {} : limitsOf(model, schema.shape);
    }
    case "union":
      return Object.assign(
        {},
        ...shape.members.filter((member) => member.kind !== "named").map((member) => limitsOf(model, member)),
      );
    default:
      return {};
  }
}

const limitNames: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  exclusiveMinimum: "more than",
  exclusiveMaximum: "less than",
  multipleOf: "a multiple of",
  minLength: "minimum length",
  maxLength: "maximum length",
  minItems: "minimum items",
  maxItems: "maximum items",
  pattern: "pattern",
  uniqueItems: "no item twice",
};

function limitTexts(limits: Limits): string[] {
  return Object.entries(limits).map(([keyword, value]) => {
    const name = limitNames[keyword] ?? keyword;
    return value === true ? name : `${name} ${code(String(value))}`;
  });
}
