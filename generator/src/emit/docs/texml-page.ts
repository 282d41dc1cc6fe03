import type { TexmlAsker, TexmlCallback, TexmlCondition } from "../../model.ts";
import { code, codeBlock, codeSpan, markdownProse, table } from "../text/markdown.ts";
import { fieldTable } from "./field-table.ts";
import { languages } from "./languages/languages.ts";
import { link } from "./link.ts";
import { operationTitle } from "./operation-section.ts";
import { paragraphs } from "./paragraphs.ts";
import { anchorOf, ownPages, type Reference } from "./reference.ts";
import { texmlReceivers } from "./texml-receivers.ts";

/** The page of the forms that TeXML sends: how they are taken, and each kind with what asks for it and what it has. */
export function texmlPage(reference: Reference): string {
  const { model, words, texml } = reference;
  const { title, lead, handling, kind, comes } = words.texml;
  const rows = model.texmlCallbacks.map((callback) => [
    `[${code(callback.kind)}](#${anchorOf(texml.get(callback.kind) ?? "")})`,
    markdownProse(callback.text.summary),
  ]);
  const sections = [
    `# ${title}`,
    lead,
    ...texmlReceivers(model, languages).map(({ fence, text }) => codeBlock(fence, text)),
    handling,
    table([kind, comes], rows),
    ...model.texmlCallbacks.map((callback) => callbackSection(reference, callback)),
  ];
  return `${paragraphs(...sections)}\n`;
}

function callbackSection(
  reference: Reference,
  { kind, type, text, fields, conditions, askedBy }: TexmlCallback,
): string {
  const { words, texml } = reference;
  const { askedBy: head, event, answer, recognisedBy, fields: fieldsTitle } = words.texml;
  return paragraphs(
    `<a id="${anchorOf(texml.get(kind) ?? "")}"></a>`,
    `### ${codeSpan(kind)}`,
    text.summary === "" ? "" : markdownProse(`${text.summary}${words.stop}`),
    markdownProse(text.description ?? ""),
    words.sections.eventType(codeSpan(type)),
    table(
      [head, event, answer],
      askedBy.map((asker) => askerCells(reference, asker)),
    ),
    `${recognisedBy}${words.changes.between}${conditions.map((one) => conditionText(reference, one)).join(words.texml.or)}${words.stop}`,
    `#### ${fieldsTitle}`,
    fieldTable(reference, fields),
  );
}

function askerCells({ model, words, operations }: Reference, { operation: id, ...asker }: TexmlAsker): string[] {
  const operation = model.operations.find((one) => one.id === id);
  const place = operations.get(id ?? "");
  const whose =
    operation === undefined || place === undefined
      ? code(`<${asker.element ?? id ?? ""} ${asker.attribute ?? ""}>`)
      : `${link(ownPages.texml, operationTitle(operation), place)}${words.changes.between}${code(asker.field ?? "")}`;
  return [whose, asker.event === undefined ? "" : code(asker.event), words.texml.answers[asker.answer ?? "unknown"]];
}

function conditionText({ words }: Reference, condition: TexmlCondition): string {
  const { is, isThere, isNotThere, and } = words.texml;
  const parts = Object.entries(condition).map(([name, held]) => {
    if (typeof held === "boolean") return (held ? isThere : isNotThere)(codeSpan(name));
    return is(codeSpan(name), held.map(codeSpan).join(words.listed));
  });
  return parts.join(and);
}
