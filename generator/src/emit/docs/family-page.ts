import type { Family } from "../../model.ts";
import { markdown, markdownProse } from "../text/markdown.ts";
import { eventSection } from "./event-section.ts";
import { operationSection } from "./operation-section.ts";
import { paragraphs } from "./paragraphs.ts";
import { ownPages, type Reference } from "./reference.ts";

/** The page of a family: its operations, then its events. Sections that would be empty are left out. */
export function familyPage(reference: Reference, { name, title, text }: Family): string {
  const { model, words } = reference;
  const page = reference.pages.get(name) ?? "";
  const operations = model.operations.filter(({ family }) => family === name);
  const events = model.events.filter(({ family }) => family === name);
  const sections = [
    `# ${markdown(title)}`,
    markdownProse(text.description ?? text.summary),
    operations.length > 0 ? words.pages.setupLink(`${ownPages.index}.md#setup`) : "",
    operations.length > 0 ? `## ${words.pages.operations}` : "",
    ...operations.map((operation) => operationSection(reference, page, operation)),
    events.length > 0 ? `## ${words.pages.events}` : "",
    ...events.map((event) => eventSection(reference, page, event)),
  ];
  return `${paragraphs(...sections)}\n`;
}
