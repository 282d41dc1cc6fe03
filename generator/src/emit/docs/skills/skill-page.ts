import type { Operation } from "../../../model.ts";
import { codeBlock, codeSpan, markdown, markdownProse } from "../../text/markdown.ts";
import type { Language } from "../languages/language.ts";
import { paragraphs } from "../paragraphs.ts";
import { texmlReceivers } from "../texml-receivers.ts";
import { frontMatter } from "./front-matter.ts";
import type { SharedParts } from "./shared-parts.ts";
import { skillDescription } from "./skill-description.ts";
import type { SkillSubject } from "./skill-subject.ts";

/** The page that an agent reads when it takes up a skill: what every call needs, in one programming language. */
export function skillPage(subject: SkillSubject, name: string, language: Language, shared: SharedParts): string {
  const { model, family, words } = subject;
  const { skills } = words;
  const sections = [
    frontMatter(name, skillDescription(subject, language.title), language.name),
    `# ${markdown(family.title)} · ${markdown(language.title)}`,
    markdownProse(family.text.description ?? family.text.summary),
    skills.unofficial,
    ...(language.install === undefined ? [] : [`## ${skills.installation}`, codeBlock("sh", language.install)]),
    `## ${words.pages.setup}`,
    codeBlock(language.fence, language.setup(model)),
    skills.setupNote,
    Object.hasOwn(skills.usage, language.name) ? (skills.usage[language.name] ?? "") : "",
    ...operationsSections(subject, language, shared),
    ...webhooksSections(subject, language, shared),
    ...texmlSections(subject, language),
    ...shared.rest,
  ];
  return `${paragraphs(...sections)}\n`;
}

function operationsSections(subject: SkillSubject, language: Language, { heads, references }: SharedParts): string[] {
  const { operations, words } = subject;
  const page = references.find(({ name }) => name === "operations");
  if (page === undefined) return [];
  const sections = operations.map((operation, index) => {
    return [heads[index] ?? "", ...callLines(subject, operation, language)].join("\n");
  });
  const link = `[${words.skills.reference.operations.title}](${page.path})`;
  return [`## ${words.pages.operations}`, words.skills.operationsNote(link), sections.join("\n")];
}

function webhooksSections(
  { words, events: [event] }: SkillSubject,
  language: Language,
  { events }: SharedParts,
): string[] {
  if (event === undefined) return [];
  const receiver = language.event === undefined ? [] : [codeBlock(language.fence, language.event(event))];
  return [`## ${words.skills.webhooks}`, ...words.skills.verification, ...receiver, ...events];
}

/** What receives the forms of TeXML; what else there is to say of them stands in their reference. */
function texmlSections({ words, texml, model }: SkillSubject, language: Language): string[] {
  const receivers = texml.length === 0 ? [] : texmlReceivers(model, [language]);
  if (receivers.length === 0) return [];
  return [`## ${words.texml.title}`, ...receivers.map(({ fence, text }) => codeBlock(fence, text))];
}

/** A call, and before it what one would not guess of its arguments. */
function callLines({ words }: SkillSubject, operation: Operation, language: Language): string[] {
  const { pagination, example } = operation;
  const code = pagination === undefined ? language.call(operation, example) : language.list(operation, example);
  const renamed = Object.entries(language.renamed?.(operation) ?? {});
  const names = renamed.map(([field, argument]) => words.skills.calledHere(codeSpan(field), codeSpan(argument)));
  return [...names.map((name) => `- ${name}`), codeBlock(language.fence, code)];
}
