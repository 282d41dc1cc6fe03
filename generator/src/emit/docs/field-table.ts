import type { Field, Limits, Model, Shape } from "../../model.ts";
import { code, codeSpan, markdownProse, table } from "../text/markdown.ts";
import { type FieldPlaces, linksOf } from "./links-of.ts";
import type { Reference } from "./reference.ts";
import { schemaNamed } from "./schema-named.ts";
import { typeText } from "./type-text.ts";
import type { Words } from "./words/words.ts";

/** A row still to be written: a field, the way to it, and the named schemas it was reached through. */
interface Row {
  readonly field: Field;
  readonly path: string;
  readonly through: readonly string[];
  /** The member of a union that the field belongs to. */
  readonly variant?: string;
  readonly places: FieldPlaces;
}

/**
 * A table of fields with those below them: `a.b` is a field of the object `a`, `a[].b` one of each item of the list `a`.
 * A schema that contains itself is not opened a second time. A field without a name is the value itself.
 */
export function fieldTable(
  { model, words }: Pick<Reference, "model" | "words">,
  fields: readonly Field[],
  places: FieldPlaces = () => undefined,
): string {
  const { tables } = words;
  const rows: Row[] = [];
  for (const field of fields) open(model, rows, { field, path: field.name, through: [], places });
  if (rows.length === 0) return bareText(model, words, fields);
  return table(
    [tables.field, tables.type, tables.required, tables.description],
    rows.map((row) => rowCells(model, words, row)),
  );
}

/** Of a value that has no fields: what it is, unless it is an object. */
function bareText(model: Model, { tables }: Words, [root]: readonly Field[]): string {
  const type = root === undefined ? "object" : typeText(model, root.shape);
  return type === "object" ? tables.noFields : codeSpan(type);
}

/** What a row says of a field wherever it stands. Most fields stand in many tables, so that it is said once. */
interface Cells {
  readonly type: string;
  readonly text: string;
  readonly facts: readonly string[];
}

const known = new WeakMap<Words, WeakMap<Field, Cells>>();

function cellsOf(model: Model, words: Words, field: Field): Cells {
  const ofWords = known.get(words) ?? new WeakMap<Field, Cells>();
  known.set(words, ofWords);
  const found = ofWords.get(field);
  if (found !== undefined) return found;
  const type = code(typeText(model, field.shape));
  const cells = { type, text: markdownProse(field.text), facts: factsOf(model, words, field) };
  ofWords.set(field, cells);
  return cells;
}

function rowCells(model: Model, words: Words, { field, path, variant, places }: Row): string[] {
  const { type, text, facts } = cellsOf(model, words, field);
  const links = linksOf(model, field.shape, places);
  const all = [
    ...(links.length === 0 ? [] : [words.tables.see(links.join(words.listed))]),
    ...(variant === undefined ? [] : [words.tables.inVariant(code(variant))]),
    ...facts,
  ];
  const description = `${text}${all.length === 0 ? "" : words.inParentheses(all.join(words.comma))}`;
  return [code(path), type, requiredText(words, field), description.trim()];
}

function requiredText({ tables }: Words, { required, choice }: Field): string {
  if (required) return tables.yes;
  return choice === undefined ? "" : tables.oneOf;
}

/** What is told elsewhere is opened where it is the table's subject, or the items of a list that is. */
function isElsewhere({ path, places }: Row, schema: string): boolean {
  return !/^(\[\])*$/.test(path) && places(schema) !== undefined;
}

/** Adds a row and the rows below it; a field without a name has none of its own. */
function open(model: Model, rows: Row[], row: Row): void {
  if (row.path !== "") rows.push(row);
  openShape(model, rows, row, row.field.shape);
}

function openShape(model: Model, rows: Row[], row: Row, shape: Shape): void {
  const { path, through } = row;
  switch (shape.kind) {
    case "named": {
      const schema = schemaNamed(model, shape.name);
      if (schema === undefined || through.includes(shape.name) || isElsewhere(row, shape.name)) return;
      openShape(model, rows, { ...row, through: [...through, shape.name] }, schema.shape);
      return;
    }
    case "list":
      openShape(model, rows, { ...row, path: `${path}[]` }, shape.items);
      return;
    case "union":
      for (const member of shape.members) {
        openShape(model, rows, member.kind === "named" ? { ...row, variant: member.name } : row, member);
      }
      return;
    case "structure":
      for (const field of shape.fields) {
        open(model, rows, { ...row, field, path: path === "" ? field.name : `${path}.${field.name}` });
      }
      if (shape.rest !== undefined) openShape(model, rows, { ...row, path: `${path}.*` }, shape.rest);
  }
}

function factsOf(model: Model, words: Words, field: Field): string[] {
  const { tables } = words;
  return [
    ...(field.choice === undefined
      ? []
      : [tables.choice(field.choice.names.map(codeSpan).join(words.listed), field.choice.isExclusive)]),
    ...(field.deprecated ? [tables.deprecated] : []),
    ...(field.onlyInSdk === undefined ? [] : [tables.onlyInSdk(codeSpan(field.onlyInSdk))]),
    ...(field.isUnseen ? [tables.unseen] : []),
    ...(field.default === undefined ? [] : [tables.byDefault(code(JSON.stringify(field.default)))]),
    ...limitTexts(tables, limitsOf(model, field.shape)),
  ];
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

function limitTexts(tables: Words["tables"], limits: Limits): string[] {
  return Object.entries(limits).map(([keyword, value]) => {
    const text = code(String(value));
    return tables.limit(keyword, text) ?? `${keyword} ${text}`;
  });
}
