import { operationKey } from "../../../document/openapi.ts";
import type { Event, Field, NamedSchema, Operation, Shape, Success, TexmlCallback } from "../../../model.ts";
import { code, codeSpan, markdown, markdownProse, table } from "../../text/markdown.ts";
import { conditionText } from "../condition-text.ts";
import { fieldTable } from "../field-table.ts";
import type { FieldPlaces } from "../links-of.ts";
import { operationTitle } from "../operation-section.ts";
import { paragraphs } from "../paragraphs.ts";
import type { Words } from "../words/words.ts";
import { familyCodes } from "./family-codes.ts";
import { ObjectPlaces } from "./object-places.ts";
import type { SkillSubject } from "./skill-subject.ts";
import type { ReferenceName } from "./skill-words.ts";

/** A page beside a skill, which is the same for every programming language. */
export interface ReferencePage {
  readonly name: ReferenceName;
  /** Below the skill's folder. */
  readonly path: string;
  readonly text: string;
}

interface Setting {
  readonly subject: SkillSubject;
  readonly places: FieldPlaces;
}

/** The pages of a family that an agent opens for what its skill leaves out; the ending is that of the natural language. */
export function skillReferences(subject: SkillSubject, ending: string): ReferencePage[] {
  const { family, operations, events, texml, words } = subject;
  const objects = new ObjectPlaces(subject, `objects${ending}`);
  const setting = { subject, places: objects.place };
  const page = (name: ReferenceName, sections: readonly string[]): ReferencePage[] => {
    const title = `# ${markdown(family.title)}${words.changes.between}${words.skills.reference[name].title}`;
    const path = `references/${name}${ending}`;
    return sections.length === 0 ? [] : [{ name, path, text: `${paragraphs(title, ...sections)}\n` }];
  };
  const operationTexts = operations.map((operation) => operationDetails(setting, operation));
  const eventTexts = events.map((event) => eventDetails(setting, event));
  // The objects are those that the others have referred to by now.
  const objectTexts = objects.all((schema) => schemaDetails(setting, schema));
  const codes = codesSection(setting);
  const texmlTexts = texml.map((callback) => texmlDetails(setting, callback));
  return [
    ...page("operations", [...operationTexts, ...codes]),
    ...page("events", eventTexts),
    ...page("texml", texml.length === 0 ? [] : [words.skills.signature, kindsPart(subject), ...texmlTexts]),
    ...page("objects", objectTexts),
  ];
}

function operationDetails(setting: Setting, operation: Operation): string {
  const { method, path, pathParameters, query, headers, body, success, onlyInSdk } = operation;
  const { sections } = setting.subject.words;
  return paragraphs(
    `## ${operationTitle(operation)}`,
    codeSpan(operationKey(method, path)),
    onlyInSdk === undefined ? "" : sections.onlyInSdk(codeSpan(onlyInSdk)),
    fieldsPart(setting, sections.path, pathParameters),
    fieldsPart(setting, sections.query, query),
    fieldsPart(setting, sections.headers, headers),
    ...(body?.contents ?? []).map((content) => {
      return shapePart(setting, sections.body(codeSpan(content.mediaType)), content.shape);
    }),
    successPart(setting, success),
    followingPart(setting, operation),
    codesPart(setting, operation),
  );
}

function followingPart({ subject: { words } }: Setting, { events }: Operation): string {
  const lines = events.map((event) => {
    const condition = conditionText(words, event);
    return `- ${codeSpan(event.name)}${condition === "" ? "" : `${words.changes.between}${condition}`}`;
  });
  return lines.length === 0 ? "" : `### ${words.sections.following}\n\n${lines.join("\n")}`;
}

/** The codes that the operation may answer with and that not every operation has, by their statuses. */
function codesPart({ subject: { model, words } }: Setting, operation: Operation): string {
  const byStatus = new Map<string, string[]>();
  for (const { code, status } of familyCodes({ model, operations: [operation] })) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), codeSpan(code)]);
  }
  const lines = [...byStatus].map(
    ([status, codes]) => `- ${status}${words.changes.between}${codes.join(words.listed)}`,
  );
  return lines.length === 0 ? "" : `### ${words.codes.title}\n\n${lines.join("\n")}`;
}

/** What the codes of the family mean, and what to do. */
function codesSection({ subject }: Setting): string[] {
  const { codes, errors, stop, gap } = subject.words;
  const rows = familyCodes(subject).map(({ code: wire, status, text }) => {
    const meaning = [markdownProse(`${text.summary}${stop}`), markdownProse(text.description ?? "")];
    return [code(wire), code(status), meaning.filter(Boolean).join(gap)];
  });
  const head = [codes.code, errors.status, errors.meaning];
  return rows.length === 0 ? [] : [`<a id="error-codes"></a>`, `## ${codes.title}`, table(head, rows)];
}

function successPart(setting: Setting, { status, kind, shape, mediaType = "" }: Success): string {
  const { sections } = setting.subject.words;
  const title = sections.response(markdown(status));
  if (shape !== undefined) return shapePart(setting, title, shape);
  return `### ${title}\n\n${kind === "none" ? sections.noBody : sections.file(codeSpan(mediaType))}`;
}

function eventDetails(setting: Setting, event: Event): string {
  const { skills, stop, changes, sections } = setting.subject.words;
  const { onlyInSdk } = event;
  const { summary, description = "" } = event.text;
  return paragraphs(
    `## ${codeSpan(event.name)}`,
    summary === "" ? "" : markdownProse(`${summary}${stop}`),
    onlyInSdk === undefined ? "" : sections.onlyInSdk(codeSpan(onlyInSdk)),
    markdownProse(description),
    `${skills.webhookKey}${changes.between}${codeSpan(event.key)}`,
    shapePart(setting, skills.payload, event.payload),
  );
}

/** Which forms are answered with a document, and which are not. */
function kindsPart({ words, texml }: SkillSubject): string {
  const { skills, changes } = words;
  const isAsking = ({ askedBy }: TexmlCallback) => askedBy.some(({ answer }) => answer === "texml");
  return [
    `- ${skills.texmlAsking}${changes.between}${kindsText(words, texml.filter(isAsking))}`,
    `- ${skills.texmlTelling}${changes.between}${kindsText(
      words,
      texml.filter((one) => !isAsking(one)),
    )}`,
  ].join("\n");
}

/** The kinds by name; of one that does not always ask for a document, what has it ask. */
function kindsText({ inParentheses, listed }: Words, callbacks: readonly TexmlCallback[]): string {
  const texts = callbacks.map(({ kind, isRequest, askedBy }) => {
    const asking = isRequest ? [] : askedBy.filter(({ answer }) => answer === "texml");
    const whose = asking.map(({ element = "", attribute = "" }) => codeSpan(`<${element} ${attribute}>`)).join(listed);
    return `${codeSpan(kind)}${whose === "" ? "" : inParentheses(whose)}`;
  });
  return texts.join(listed);
}

function texmlDetails({ subject }: Setting, { kind, text, fields }: TexmlCallback): string {
  const { stop } = subject.words;
  return paragraphs(
    `## ${codeSpan(kind)}`,
    text.summary === "" ? "" : markdownProse(`${text.summary}${stop}`),
    markdownProse(text.description ?? ""),
    fieldTable(subject, fields),
  );
}

function schemaDetails({ subject, places }: Setting, schema: NamedSchema): string {
  return paragraphs(`## ${schema.typeName}`, fieldTable(subject, [rootOf(schema.shape)], places));
}

function shapePart(setting: Setting, title: string, shape: Shape): string {
  return fieldsPart(setting, title, [rootOf(shape)]);
}

function fieldsPart({ subject, places }: Setting, title: string, fields: readonly Field[]): string {
  return fields.length === 0 ? "" : `### ${title}\n\n${fieldTable(subject, fields, places)}`;
}

/** A field without a name stands for the value itself. */
function rootOf(shape: Shape): Field {
  return { name: "", required: true, deprecated: false, text: "", shape };
}
