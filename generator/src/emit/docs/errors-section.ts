import type { Operation } from "../../model.ts";
import { code, codeSpan, markdown, table } from "../text/markdown.ts";
import { clientErrorOf } from "./client-errors.ts";
import { fieldSection } from "./field-section.ts";
import { link } from "./link.ts";
import { paragraphs } from "./paragraphs.ts";
import type { Reference } from "./reference.ts";
import { typeText } from "./type-text.ts";

type OperationError = Operation["errors"][number];

/** The errors of an operation, each with what the client throws; a body that is no component has a table of its own. */
export function errorsSection(reference: Reference, page: string, { errors }: Operation): string {
  if (errors.length === 0) return "";
  const { sections, errors: words } = reference.words;
  const head = [words.status, words.meaning, words.thrown, words.body];
  const own = errors.map(({ status, shape }) =>
    shape === undefined || shape.kind === "named"
      ? ""
      : fieldSection(reference, sections.error(markdown(status)), shape),
  );
  const rows = errors.map((error) => errorRow(reference, page, error));
  return paragraphs(`#### ${sections.errors}`, table(head, rows), ...own);
}

function errorRow(reference: Reference, page: string, error: OperationError): string[] {
  const { anyOther, anyOtherMeaning, anyOtherThrown, meanings } = reference.words.errors;
  const body = bodyText(reference, page, error);
  if (error.status === "default") return [anyOther, anyOtherMeaning, anyOtherThrown, body];
  const name = clientErrorOf(error.status);
  return [code(error.status), meanings[name], codeSpan(name), body];
}

function bodyText({ model, words, errors }: Reference, page: string, { shape }: OperationError): string {
  if (shape === undefined) return words.errors.empty;
  const place = shape.kind === "named" ? errors.get(shape.name) : undefined;
  return shape.kind === "named" && place !== undefined
    ? link(page, code(shape.name), place)
    : code(typeText(model, shape));
}
