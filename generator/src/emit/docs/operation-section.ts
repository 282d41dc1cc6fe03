import { operationKey } from "../../document/openapi.ts";
import type { Event, Operation, Success } from "../../model.ts";
import { codeBlock, codeSpan, markdown, markdownProse } from "../text/markdown.ts";
import { errorsSection } from "./errors-section.ts";
import { fieldSection } from "./field-section.ts";
import { languages } from "./languages/languages.ts";
import { link } from "./link.ts";
import { paragraphs } from "./paragraphs.ts";
import { anchorOf, type Reference } from "./reference.ts";

/** All there is to say of an operation, on its family's page. */
export function operationSection(reference: Reference, page: string, operation: Operation): string {
  const { accessor, text, deprecated, onlyInSdk } = operation;
  const words = reference.words.sections;
  return paragraphs(
    `<a id="${anchorOf(reference.operations.get(operation.id) ?? "")}"></a>`,
    `### ${operationTitle(operation)}`,
    `${codeSpan(operationKey(operation.method, operation.path))} · ${codeSpan(`client.${accessor.join(".")}`)}`,
    deprecated ? words.deprecated : "",
    onlyInSdk === undefined ? "" : words.onlyInSdk(codeSpan(onlyInSdk)),
    markdownProse(text.description ?? ""),
    `#### ${words.example}`,
    ...languages.map((language) => {
      const write = operation.pagination === undefined ? language.call : language.list;
      return codeBlock(language.fence, write(operation, operation.example));
    }),
    fieldSection(reference, words.path, operation.pathParameters),
    fieldSection(reference, words.query, operation.query),
    fieldSection(reference, words.headers, operation.headers),
    ...(operation.body?.contents ?? []).map(({ mediaType, shape }) =>
      fieldSection(reference, words.body(codeSpan(mediaType)), shape),
    ),
    successSection(reference, operation.success),
    errorsSection(reference, page, operation),
    followingSection(reference, page, operation),
    pagesSection(reference, operation),
    `#### ${words.retries}\n\n${reference.words.retries[retryKind(operation)]}`,
  );
}

/** The summary of an operation, or its id where there is none, as Markdown. */
export function operationTitle({ id, text }: Operation): string {
  return text.summary === "" ? markdown(id) : markdownProse(text.summary);
}

function successSection(reference: Reference, { status, kind, shape, mediaType = "" }: Success): string {
  const words = reference.words.sections;
  const title = words.response(markdown(status));
  if (shape !== undefined) return fieldSection(reference, title, shape);
  return `#### ${title}\n\n${kind === "none" ? words.noBody : words.file(codeSpan(mediaType))}`;
}

function followingSection(reference: Reference, page: string, { events }: Operation): string {
  const lines = [...new Set(events)].flatMap((name) => {
    const event = reference.eventsByName.get(name);
    return event === undefined ? [] : [followingLine(reference, page, event)];
  });
  return lines.length === 0 ? "" : `#### ${reference.words.sections.following}\n\n${lines.join("\n")}`;
}

function followingLine({ events, words }: Reference, page: string, { name, text }: Event): string {
  const item = `- ${link(page, codeSpan(name), events.get(name) ?? "")}`;
  return text.summary === "" ? item : `${item}${words.changes.between}${markdownProse(text.summary)}`;
}

function pagesSection({ words }: Reference, { pagination }: Operation): string {
  if (pagination === undefined) return "";
  return `#### ${words.sections.paging}\n\n${words.sections.pagesOf[pagination.pages](codeSpan(pagination.items))}`;
}

/** As the client does it. */
function retryKind({ isCommand, method }: Operation): "idempotent" | "command" | "other" {
  if (isCommand) return "command";
  return method === "post" || method === "patch" ? "other" : "idempotent";
}
