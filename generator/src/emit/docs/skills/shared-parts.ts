import { code, markdownProse, table } from "../../text/markdown.ts";
import { caveats } from "./caveats.ts";
import { eventsSection } from "./events-section.ts";
import { familyCodes } from "./family-codes.ts";
import { operationHead } from "./operation-head.ts";
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
  const events = references.find(({ name }) => name === "events");
  return {
    references,
    heads: subject.operations.map((operation) => operationHead(subject, operation)),
    events: events === undefined ? [] : eventsSection(subject, events.path),
    rest: [
      ...errorsSections(subject, references),
      ...caveatsSections(subject, references),
      ...referencesSections(subject, references),
    ],
  };
}

function errorsSections(subject: SkillSubject, references: readonly ReferencePage[]): string[] {
  const { operations, words } = subject;
  const codes = codesByStatus(subject);
  const declared = operations.flatMap(({ errors }) => errors.map(({ status }) => status));
  const stated = new Set([...declared, ...codes.keys(), "401", "429"]);
  const rows = [...stated].sort().flatMap((status) => {
    const text = Object.hasOwn(words.skills.statuses, status) ? words.skills.statuses[status] : undefined;
    if (text === undefined) return [];
    return [[code(status), text, ...(codes.size === 0 ? [] : [(codes.get(status) ?? []).join(words.listed)])]];
  });
  const page = references.find(({ name }) => name === "operations");
  const link = `[${words.skills.reference.operations.title}](${page?.path ?? ""}#error-codes)`;
  const note = codes.size === 0 ? [] : [words.skills.codesNote(link)];
  return [
    `## ${words.errors.title}`,
    [words.skills.errorsNote, ...note].join(words.gap),
    table([words.errors.status, words.errors.meaning, ...(codes.size === 0 ? [] : [words.codes.column])], rows),
  ];
}

/** The codes that operations of the family may answer with; what to do is told beside the skill. */
function codesByStatus(subject: SkillSubject): ReadonlyMap<string, readonly string[]> {
  const byStatus = new Map<string, string[]>();
  for (const { code: wire, status, text } of familyCodes(subject)) {
    const told = `${code(wire)}${subject.words.inParentheses(markdownProse(text.summary))}`;
    byStatus.set(status, [...(byStatus.get(status) ?? []), told]);
  }
  return byStatus;
}

/** What one must know; of the forms of TeXML it leads to their page. */
function caveatsSections(subject: SkillSubject, references: readonly ReferencePage[]): string[] {
  const { skills } = subject.words;
  const texml = references.find(({ name }) => name === "texml");
  const notes = caveats(subject).map((name) => skills.caveat[name]);
  if (texml !== undefined) notes.push(skills.texmlNote(`[${skills.reference.texml.title}](${texml.path})`));
  if (notes.length === 0) return [];
  return [`## ${skills.caveats}`, notes.map((note) => `- ${note}`).join("\n")];
}

function referencesSections({ words }: SkillSubject, references: readonly ReferencePage[]): string[] {
  const others = references.filter(({ name }) => name !== "texml");
  const lines = others.map(({ name, path }) => {
    const { title, when } = words.skills.reference[name];
    return `- [${title}](${path})${words.changes.between}${when}`;
  });
  return [`## ${words.skills.references}`, lines.join("\n")];
}
