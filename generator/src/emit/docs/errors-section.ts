import type { Operation } from "../../model.ts";
import { code, codeSpan, markdown, table } from "../text/markdown.ts";
import { clientErrorOf } from "./client-errors.ts";
import { fieldSection } from "./field-section.ts";
import { link } from "./link.ts";
import { paragraphs } from "./paragraphs.ts";
import { ownPages, type Reference } from "./reference.ts";
import { typeText } from "./type-text.ts";

type OperationError = Operation["errors"][number];

/** The errors of an operation, each with what the client throws; a body that is no component has a table of its own. */
export function errorsSection(reference: Reference, page: string, operation: Operation): string {
  const { errors } = operation;
  if (errors.length === 0) return "";
  const { sections, errors: words } = reference.words;
  const codes = codeCells(reference, page, operation);
  const head = [
    words.status,
    words.meaning,
    words.thrown,
    words.body,
    ...(codes.size > 0 ? [codesHead(reference)] : []),
  ];
  const own = errors.map(({ status, shape }) =>
    shape === undefined || shape.kind === "named"
      ? ""
      : fieldSection(reference, sections.error(markdown(status)), shape),
  );
  const rows = errors.map((error) => [
    ...errorRow(reference, page, error),
    ...(codes.size > 0 ? [codes.get(error.status) ?? ""] : []),
  ]);
  const others = codes.get("") ?? "";
  const beside = others === "" ? "" : reference.words.codes.beside(others);
  return paragraphs(`#### ${sections.errors}`, table(head, rows), beside, ...own);
}

function errorRow(reference: Reference, page: string, error: OperationError): string[] {
  const { anyOther, anyOtherMeaning, anyOtherThrown, meanings } = reference.words.errors;
  const body = bodyText(reference, page, error);
  if (error.status === "default") return [anyOther, anyOtherMeaning, anyOtherThrown, body];
  const name = clientErrorOf(error.status);
  return [code(error.status), meanings[name], codeSpan(name), body];
}

/** The head of the column leads to the dictionary, which has those that every operation may answer with as well. */
function codesHead({ words }: Reference): string {
  return `[${words.codes.column}](${ownPages.codes}.md)`;
}

/**
 * The codes by the status in whose row they stand: their own, else that of all others, which then names it too. What has
 * neither row stands under "".
 */
function codeCells({ ownCodes, codes, words }: Reference, page: string, { id, errors }: Operation) {
  const cells = new Map<string, string>();
  const statuses = new Set(errors.map(({ status }) => status));
  for (const { code: entry, place } of ownCodes.get(id) ?? []) {
    const row = [place.status, "default"].find((status) => statuses.has(status)) ?? "";
    const text = link(page, code(entry.code), codes.get(entry.code) ?? "");
    const cell = row === place.status ? text : `${text}${words.inParentheses(code(place.status))}`;
    const before = cells.get(row);
    if (before?.split(words.listed).includes(cell) !== true) {
      cells.set(row, before === undefined ? cell : `${before}${words.listed}${cell}`);
    }
  }
  return cells;
}

function bodyText({ model, words, errors }: Reference, page: string, { shape }: OperationError): string {
  if (shape === undefined) return words.errors.empty;
  const place = shape.kind === "named" ? errors.get(shape.name) : undefined;
  return shape.kind === "named" && place !== undefined
    ? link(page, code(shape.name), place)
    : code(typeText(model, shape));
}
