import { operationKey } from "../../document/openapi.ts";
import type { Event } from "../../model.ts";
import { jsonText } from "../text/json.ts";
import { codeBlock, codeSpan, markdownProse } from "../text/markdown.ts";
import { conditionText } from "./condition-text.ts";
import { fieldSection } from "./field-section.ts";
import { languages } from "./languages/languages.ts";
import { link } from "./link.ts";
import { operationTitle } from "./operation-section.ts";
import { paragraphs } from "./paragraphs.ts";
import { anchorOf, type Reference } from "./reference.ts";

/** All there is to say of an event, on its family's page. */
export function eventSection(reference: Reference, page: string, event: Event): string {
  const { words, events } = reference;
  const { text, types, name, onlyInSdk } = event;
  return paragraphs(
    `<a id="${anchorOf(events.get(name) ?? "")}"></a>`,
    `### ${codeSpan(name)}`,
    text.summary === "" ? "" : markdownProse(`${text.summary}${words.stop}`),
    onlyInSdk === undefined ? "" : words.sections.onlyInSdk(codeSpan(onlyInSdk)),
    markdownProse(text.description ?? ""),
    words.sections.eventType(codeSpan(types.event)),
    followsFromSection(reference, page, event),
    fieldSection(reference, words.sections.delivery, { kind: "named", name: event.schema }),
    `#### ${words.sections.sample}`,
    codeBlock("json", jsonText(event.example)),
    `#### ${words.sections.handler}`,
    ...languages.flatMap(({ fence, event: handler }) =>
      handler === undefined ? [] : [codeBlock(fence, handler(event))],
    ),
  );
}

function followsFromSection(reference: Reference, page: string, { name }: Event): string {
  const lines = (reference.triggers.get(name) ?? []).map(({ operation, following }) => {
    const title = link(page, operationTitle(operation), reference.operations.get(operation.id) ?? "");
    const parts = [title, codeSpan(operationKey(operation.method, operation.path))];
    const condition = conditionText(reference.words, following);
    return `- ${[...parts, ...(condition === "" ? [] : [condition])].join(" · ")}`;
  });
  return lines.length === 0 ? "" : `#### ${reference.words.sections.followsFrom}\n\n${lines.join("\n")}`;
}
