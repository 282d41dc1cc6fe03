import { code, codeSpan, markdownProse, table } from "../../text/markdown.ts";
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
  const stated = new Set([...operations.flatMap(({ errors }) => errors.map(({ status }) => status)), "401", "429"]);
  const rows = [...stated].sort().flatMap((status) => {
    const text = Object.hasOwn(words.skills.statuses, status) ? words.skills.statuses[status] : undefined;
    return text === undefined ? [] : [[code(status), text]];
  });
  return [
    `## ${words.errors.title}`,
    words.skills.errorsNote,
    table([words.errors.status, words.errors.meaning], rows),
    ...codesLines(subject, references),
  ];
}

/** The codes that operations of the family may answer with, a line a status; what to do is told beside the skill. */
function codesLines(subject: SkillSubject, references: readonly ReferencePage[]): string[] {
  const { skills, changes, listed, inParentheses } = subject.words;
  const page = references.find(({ name }) => name === "operations");
  const byStatus = new Map<string, string[]>();
  for (const { code: wire, status, text } of familyCodes(subject)) {
    const told = `${codeSpan(wire)}${inParentheses(markdownProse(text.summary))}`;
    byStatus.set(status, [...(byStatus.get(status) ?? []), told]);
  }
  const lines = [...byStatus]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([status, codes]) => {
      return `- ${codeSpan(status)}${changes.between}${codes.join(listed)}`;
    });
  const link = `[${skills.reference.operations.title}](${page?.path ?? ""}#error-codes)`;
  return lines.length === 0 ? [] : [[skills.codesNote(link), ...lines].join("\n")];
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
