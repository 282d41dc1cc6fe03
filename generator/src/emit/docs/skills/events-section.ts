import type { Event, Field } from "../../../model.ts";
import { code, codeSpan, markdownProse, table } from "../../text/markdown.ts";
import { typeText } from "../type-text.ts";
import type { Words } from "../words/words.ts";
import { configuredEvents } from "./configured-events.ts";
import { fieldsOf } from "./fields-of.ts";
import type { SkillSubject } from "./skill-subject.ts";
import { typeLabel } from "./type-label.ts";
import { hasAll, usualFields } from "./usual-fields.ts";

/**
 * The events of a skill, and the fields of their payloads: each field is told once, with its type, however many have it. The
 * page has all events.
 */
export function eventsSection(whole: SkillSubject, page: string): string[] {
  const { model, words } = whole;
  const { skills } = words;
  const configured = configuredEvents(whole);
  const events = whole.events.filter(({ name }) => !configured.has(name));
  const subject = { ...whole, events };
  const link = `[${skills.reference.events.title}](${page})`;
  const payloads = events.map((event) => ({ event, fields: fieldsOf(model, event.payload) }));
  const usual = usualFields(payloads.map(({ fields }) => fields.map(({ name }) => name)));
  const rows = payloads.map(({ event, fields }) => {
    const names = fields.map(({ name }) => name);
    const isUsual = usual.length > 0 && hasAll(names, usual);
    const others = isUsual ? names.filter((name) => !usual.includes(name)) : names;
    const cell = [...(isUsual ? [skills.usual] : []), ...others.map(code)].join(words.listed);
    return [code(event.name), `${markdownProse(event.text.summary)}${aheadText(words, event)}`, cell];
  });
  return [
    ...(usual.length === 0 ? [] : [skills.usualNote(usual.map(codeSpan).join(words.listed))]),
    table([skills.event, skills.sent, skills.itsFields], rows),
    ...(configured.size === 0 ? [] : [skills.otherEvents([...configured].map(codeSpan).join(words.listed), link)]),
    `### ${skills.payloadFields}`,
    envelopeText(subject),
    payloadTable(subject, payloads),
  ];
}

function aheadText({ tables, inParentheses }: Words, { onlyInSdk }: Event): string {
  return onlyInSdk === undefined ? "" : inParentheses(tables.onlyInSdk(code(onlyInSdk)));
}

/** What stands beside the payload, which is the same for nearly all. */
function envelopeText({ model, words, events }: SkillSubject): string {
  const groups = new Map<string, string[]>();
  for (const event of events) {
    const envelope = [...event.envelope].sort((left, right) => (left.name < right.name ? -1 : 1));
    const fields = envelope.map((field) => {
      const type = field.name === "event_type" ? words.skills.eventName : typeLabel(model, words, field.shape);
      return `${codeSpan(`data.${field.name}`)}${words.inParentheses(type)}`;
    });
    const text = fields.join(words.listed);
    groups.set(text, [...(groups.get(text) ?? []), event.name]);
  }
  // The form that most events share needs no list of them.
  const [common = "", ...others] = [...groups].sort(([, left], [, right]) => right.length - left.length);
  const exceptions = others.map(
    ([text, names]) => `- ${names.map(codeSpan).join(words.listed)}${words.changes.between}${text}`,
  );
  return [`- ${words.skills.envelope}${words.changes.between}${common === "" ? "" : common[0]}`, ...exceptions].join(
    "\n",
  );
}

interface Payload {
  readonly event: Event;
  readonly fields: readonly Field[];
}

/** A row a field; where it means something else in some events, they have a row of their own that names them. */
function payloadTable({ model, words }: SkillSubject, payloads: readonly Payload[]): string {
  const rows = new Map<string, { readonly field: Field; readonly type: string; readonly events: string[] }>();
  for (const { event, fields } of payloads) {
    for (const field of fields) {
      const type = typeText(model, field.shape);
      const key = JSON.stringify([field.name, type, field.text]);
      const row = rows.get(key) ?? { field, type, events: [] };
      row.events.push(event.name);
      rows.set(key, row);
    }
  }
  // The form that most events share needs no list of them.
  const all = [...rows.values()].sort((left, right) => right.events.length - left.events.length);
  const told = new Map<string, string>();
  const cells = all.map(({ field, type, events }) => {
    const before = told.get(field.name);
    const whose = before === undefined ? "" : events.map(code).join(words.listed);
    if (before === undefined) told.set(field.name, field.text);
    // Where it is only of another type, the meaning stands above.
    const text = before === field.text ? "" : markdownProse(field.text);
    const meaning = [whose, text].filter((part) => part !== "").join(words.changes.between);
    return { name: field.name, cells: [code(field.name), code(type), meaning] };
  });
  return table(
    [words.tables.field, words.tables.type, words.tables.description],
    cells.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0)).map((row) => row.cells),
  );
}
