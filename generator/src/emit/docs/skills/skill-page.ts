import { code, codeBlock, markdown, markdownProse, table } from "../../text/markdown.ts";
import type { Language } from "../languages/language.ts";
import { paragraphs } from "../paragraphs.ts";
import { caveats } from "./caveats.ts";
import { eventsSection } from "./events-section.ts";
import { frontMatter, skillDescription } from "./front-matter.ts";
import { operationHead, operationText } from "./operation-text.ts";
import type { ReferencePage } from "./skill-references.ts";
import type { SkillSubject } from "./skill-subject.ts";

/** What the skills of a family have in common, so that it is written once for all programming languages. */
export interface SharedParts {
  readonly references: readonly ReferencePage[];
  /** What is said of each operation, less the call. */
  readonly heads: readonly string[];
  /** The tables of events and their fields. */
  readonly events: readonly string[];
  /** What follows the webhooks. */
  readonly rest: readonly string[];
}

/** Writes what the skills of a family have in common. */
export function sharedParts(subject: SkillSubject, references: readonly ReferencePage[]): SharedParts {
  return {
    references,
    heads: subject.operations.map((operation) => operationHead(subject, operation)),
    events: subject.events.length === 0 ? [] : eventsSection(subject),
    rest: [...errorsSections(subject), ...caveatsSections(subject), ...referencesSections(subject, references)],
  };
}

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
    ...shared.rest,
  ];
  return `${paragraphs(...sections)}\n`;
}

function operationsSections(subject: SkillSubject, language: Language, { heads, references }: SharedParts): string[] {
  const { operations, words } = subject;
  const page = references.find(({ name }) => name === "operations");
  if (page === undefined) return [];
  const sections = operations.map((operation, index) => {
    return operationText(subject, operation, heads[index] ?? "", language);
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

function errorsSections({ operations, words }: SkillSubject): string[] {
  const stated = new Set([...operations.flatMap(({ errors }) => errors.map(({ status }) => status)), "401", "429"]);
  const rows = [...stated].sort().flatMap((status) => {
    const text = Object.hasOwn(words.skills.statuses, status) ? words.skills.statuses[status] : undefined;
    return text === undefined ? [] : [[code(status), text]];
  });
  return [
    `## ${words.errors.title}`,
    words.skills.errorsNote,
    table([words.errors.status, words.errors.meaning], rows),
  ];
}

function caveatsSections(subject: SkillSubject): string[] {
  const { skills } = subject.words;
  const names = caveats(subject);
  if (names.length === 0) return [];
  return [`## ${skills.caveats}`, names.map((name) => `- ${skills.caveat[name]}`).join("\n")];
}

function referencesSections({ words }: SkillSubject, references: readonly ReferencePage[]): string[] {
  const lines = references.map(({ name, path }) => {
    const { title, when } = words.skills.reference[name];
    return `- [${title}](${path})${words.changes.between}${when}`;
  });
  return [`## ${words.skills.references}`, lines.join("\n")];
}
