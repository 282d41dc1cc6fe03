import type { ErrorCode } from "../../model.ts";
import { code, codeSpan, markdownProse, table } from "../text/markdown.ts";
import { clientErrorOf } from "./client-errors.ts";
import { link } from "./link.ts";
import { operationTitle } from "./operation-section.ts";
import { paragraphs } from "./paragraphs.ts";
import { anchorOf, ownPages, type Reference } from "./reference.ts";

type Place = ErrorCode["at"][number];

/** The dictionary of the codes that errors carry: a table that leads to each, and what to do about it. */
export function errorCodesPage(reference: Reference): string {
  const { model, words, codes } = reference;
  const { title, lead, code: head, constant, happened } = words.codes;
  const rows = model.errorCodes.map((entry) => [
    link(ownPages.codes, code(entry.code), codes.get(entry.code) ?? ""),
    statusesOf(entry).map(code).join(words.listed),
    codeSpan(`errorCode.${entry.name}`),
    [...new Set(entry.at.map(({ text }) => markdownProse(text.summary)))].join(" · "),
  ]);
  const sections = [
    `# ${title}`,
    ...lead,
    table([head, words.errors.status, constant, happened], rows),
    ...model.errorCodes.map((entry) => codeSection(reference, entry)),
  ];
  return `${paragraphs(...sections)}\n`;
}

function statusesOf({ at }: ErrorCode): string[] {
  return [...new Set(at.map(({ status }) => status))];
}

function codeSection(reference: Reference, entry: ErrorCode): string {
  const parts = statusesOf(entry).flatMap((status) => {
    const places = entry.at.filter((place) => place.status === status);
    return statusParts(reference, status, places);
  });
  return paragraphs(
    `<a id="${anchorOf(reference.codes.get(entry.code) ?? "")}"></a>`,
    `## ${codeSpan(entry.code)} · ${codeSpan(`errorCode.${entry.name}`)}`,
    ...parts,
  );
}

/** What a code means under a status, and the operations that may answer so. */
function statusParts({ words, operations, model }: Reference, status: string, places: readonly Place[]): string[] {
  const { stop, listed, codes } = words;
  const { summary = "", description = "" } = places[0]?.text ?? {};
  const lines = places.map(({ operations: ids, isEvery, isGuess }) => {
    const own = model.operations.filter(({ id }) => ids.includes(id));
    const links = own.map((operation) =>
      link(ownPages.codes, operationTitle(operation), operations.get(operation.id) ?? ""),
    );
    return `- ${isEvery ? codes.everyOperation : links.join(listed)}${isGuess && !isEvery ? codes.assumed : ""}`;
  });
  return [
    `**${status}** · ${codeSpan(clientErrorOf(status))}`,
    [markdownProse(summary === "" ? "" : `${summary}${stop}`), markdownProse(description)]
      .filter(Boolean)
      .join(words.gap),
    lines.join("\n"),
  ];
}
