import { operationKey } from "../../document/openapi.ts";
import type { FollowingEvent, Operation, Success } from "../../model.ts";
import { codeBlock, codeSpan, markdown, markdownProse } from "../text/markdown.ts";
import { conditionText } from "./condition-text.ts";
import { errorsSection } from "./errors-section.ts";
import { fieldSection } from "./field-section.ts";
import { languages } from "./languages/languages.ts";
import { link } from "./link.ts";
import { paragraphs } from "./paragraphs.ts";
import { anchorOf, eachOnce, type Reference } from "./reference.ts";

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
    texmlSection(reference, page, operation),
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
  const lines = eachOnce(events)
    .filter(({ name }) => reference.eventsByName.has(name))
    .map((following) => followingLine(reference, page, following));
  return lines.length === 0 ? "" : `#### ${reference.words.sections.following}\n\n${lines.join("\n")}`;
}

function texmlSection({ model, texml, words }: Reference, page: string, { id }: Operation): string {
  const asked = model.texmlCallbacks.filter(({ askedBy }) => askedBy.some(({ operation }) => operation === id));
  const links = asked.map(({ kind }) => link(page, codeSpan(kind), texml.get(kind) ?? ""));
  return links.length === 0 ? "" : `#### ${words.texml.asksFor}\n\n${links.join(words.listed)}${words.stop}`;
}

function followingLine({ events, eventsByName, words }: Reference, page: string, following: FollowingEvent): string {
  const { name } = following;
  const item = `- ${link(page, codeSpan(name), events.get(name) ?? "")}`;
  const summary = eventsByName.get(name)?.text.summary ?? "";
  const condition = conditionText(words, following);
  const told = summary === "" ? item : `${item}${words.changes.between}${markdownProse(summary)}`;
  return condition === "" ? told : `${told} · ${condition}`;
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
