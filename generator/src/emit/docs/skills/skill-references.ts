import { operationKey } from "../../../document/openapi.ts";
import type { Event, Field, NamedSchema, Operation, Shape, Success } from "../../../model.ts";
import { codeSpan, markdown, markdownProse } from "../../text/markdown.ts";
import { conditionText } from "../condition-text.ts";
import { fieldTable } from "../field-table.ts";
import type { FieldPlaces } from "../links-of.ts";
import { operationTitle } from "../operation-section.ts";
import { paragraphs } from "../paragraphs.ts";
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
  const { family, operations, events, words } = subject;
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
  return [...page("operations", operationTexts), ...page("events", eventTexts), ...page("objects", objectTexts)];
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
  );
}

function followingPart({ subject: { words } }: Setting, { events }: Operation): string {
  const lines = events.map((event) => {
    const condition = conditionText(words, event);
    return `- ${codeSpan(event.name)}${condition === "" ? "" : `${words.changes.between}${condition}`}`;
  });
  return lines.length === 0 ? "" : `### ${words.sections.following}\n\n${lines.join("\n")}`;
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
