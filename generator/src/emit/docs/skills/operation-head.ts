import { operationKey } from "../../../document/openapi.ts";
import type { Choice, Field, Model, Operation } from "../../../model.ts";
import { codeSpan, markdownProse } from "../../text/markdown.ts";
import { conditionText } from "../condition-text.ts";
import { operationTitle } from "../operation-section.ts";
import type { Words } from "../words/words.ts";
import { fieldsOf } from "./fields-of.ts";
import type { SkillSubject } from "./skill-subject.ts";
import { typeLabel } from "./type-label.ts";

/**
 * What a skill says of an operation whatever the programming language: what it does and what it takes. Without blank lines,
 * since agents read by the token.
 */
export function operationHead({ model, words }: SkillSubject, operation: Operation): string {
  const { text, method, path, pathParameters, query, headers } = operation;
  const { skills, tables, sections } = words;
  const body = fieldsOf(model, operation.body?.contents[0]?.shape);
  const labels = (fields: readonly Field[], isMarked = false) =>
    fields.map((field) => fieldLabel(model, words, field, isMarked));
  const lines = [
    line(words, skills.path, labels(pathParameters)),
    line(words, sections.query, labels(leavesOf(model, query), true)),
    line(words, sections.headers, labels(headers, true)),
    line(words, tables.required, labels(body.filter((field) => field.required))),
    ...choicesOf(body).map((choice) => {
      const label = choice.isExclusive ? skills.exactlyOne : skills.atLeastOne;
      return line(words, label, labels(body.filter((field) => field.choice === choice)));
    }),
    line(words, skills.optional, labels(body.filter((field) => !field.required && field.choice === undefined))),
    ...followingLines(words, operation.events),
  ];
  const { deprecated, onlyInSdk } = operation;
  const ahead = onlyInSdk === undefined ? "" : sections.onlyInSdk(codeSpan(onlyInSdk));
  const about = [deprecated ? sections.deprecated : "", ahead, markdownProse(text.description ?? "")];
  return [
    `### ${operationTitle(operation)}`,
    [codeSpan(operationKey(method, path)), ...about].filter((part) => part !== "").join(" "),
    ...lines.filter((text) => text !== ""),
  ].join("\n");
}

function choicesOf(fields: readonly Field[]): Choice[] {
  return [...new Set(fields.flatMap((field) => field.choice ?? []))];
}

function line({ changes, listed }: Words, label: string, values: readonly string[]): string {
  return values.length === 0 ? "" : `- ${label}${changes.between}${values.join(listed)}`;
}

/**
 * The events that may follow: those that need nothing of the request, then by the field that they need, since many need the
 * same. The page of the operations has the rest, several values and occasions.
 */
function followingLines(words: Words, events: Operation["events"]): string[] {
  const names = new Map<string, string[]>([["", []]]);
  for (const event of events) {
    const when = event.when.map(({ field, values }) => ({ field, values: values.length > 1 ? [] : values }));
    const condition = conditionText(words, { ...event, when, occasion: "" });
    names.set(condition, [...(names.get(condition) ?? []), codeSpan(event.name)]);
  }
  if (events.length === 0) return [];
  return [...names].map(([condition, spans]) => {
    if (condition !== "") return `  - ${condition}${words.changes.between}${spans.join(words.listed)}`;
    return `- ${words.sections.following}${words.changes.between}${spans.join(words.listed)}`.trimEnd();
  });
}

function fieldLabel(model: Model, words: Words, field: Field, isMarked: boolean): string {
  const facts = [
    typeLabel(model, words, field.shape),
    ...(isMarked && field.required ? [words.tables.required.toLowerCase()] : []),
    ...(field.deprecated ? [words.tables.deprecated] : []),
  ];
  return `${codeSpan(field.name)}${words.inParentheses(facts.join(words.comma))}`;
}

/** The fields of a query as they are sent: those of an object in place of the object. */
function leavesOf(model: Model, fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    const below = field.shape.kind === "list" ? [] : fieldsOf(model, field.shape);
    if (below.length === 0) return [field];
    const named = below.map((child) => ({ ...child, name: `${field.name}.${child.name}` }));
    return leavesOf(model, named);
  });
}
