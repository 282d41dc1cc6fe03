import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { byName, rubyCall, type SeedFacts, seedFacts } from "./seed/facts.ts";
import { chineseLabels, englishLabels, readSkill } from "./seed/skill.ts";

const facts = seedFacts();
const folder = new URL("../packages/docs/skills/telnyx-voice-ruby/", import.meta.url);
const guides = new URL("../packages/docs/guides/", import.meta.url);
const shared = new URL("../../shared/seed/facts.json", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

describe("the table of the seed's facts", () => {
  it("has 12 operations and 12 events", () => {
    expect([facts.operations.length, facts.events.length]).toEqual([12, 12]);
  });

  it.skipIf(!existsSync(shared))("says what ../shared/seed/facts.json says", () => {
    const { mended: _, mendedFields: __, ...table } = facts;
    expect(comparable(table)).toEqual(comparableSource(JSON.parse(readFileSync(shared, "utf8"))));
  });
});

describe.each([
  ["SKILL.md", ".md", englishLabels],
  ["SKILL.zh-CN.md", ".zh-CN.md", chineseLabels],
])("the seed's skill, in %s", (file, ending, labels) => {
  const skill = readSkill(read(file), labels);

  describe.each(facts.operations)("$operation", ({ operation, required = [], optional, ruby }) => {
    const found = skill.operations.get(operation);

    it("has the required parameters", () => {
      const wanted = required.filter((name) => mendedType(operation, name) === undefined);
      expect([...(found?.required.keys() ?? [])].sort()).toEqual([...wanted].sort());
    });

    it("has the optional parameters with their types", () => {
      const wanted = byName(optional);
      const told = wanted.map(([name]) => [name, found?.optional.get(name) ?? found?.choice.get(name)]);
      expect(told.map(([name, type]) => [name, seedType(type)])).toEqual(
        wanted.map(([name, type]) => [name, mendedType(operation, name) ?? type]),
      );
    });

    it("tells the ids of the path apart from the body", () => {
      const ids = [...operation.matchAll(/\{(\w+)\}/g)].map(([, id]) => id);
      expect([...(found?.path.keys() ?? [])]).toEqual(ids);
    });

    it("has the call in Ruby", () => {
      expect(found?.examples.map(rubyCall)).toEqual([ruby]);
    });
  });

  const events = read(`references/events${ending}`);
  describe.each(facts.events)("$key", ({ key, fields }) => {
    const name = eventNamed(events, key);

    it("is told by its name on the wire, with its payload field by field", () => {
      const told = skill.events.get(name);
      const wanted = byName(fields);
      const mended = new Map(facts.mendedFields.map(({ field, type }) => [field, type]));
      expect(wanted.map(([field]) => [field, seedType(told?.get(field))])).toEqual(
        wanted.map(([field, type]) => [field, mended.get(field) ?? type]),
      );
    });
  });
});

describe("what the skill says otherwise than the seed", () => {
  const skill = readSkill(read("SKILL.md"), englishLabels);

  it.each(facts.mended)("$operation $field", ({ operation, field }) => {
    const seeds = new Map(byName(facts.operations.find((candidate) => candidate.operation === operation)?.optional));
    const { optional, choice } = skill.operations.get(operation) ?? {};
    expect(seedType(optional?.get(field) ?? choice?.get(field))).not.toBe(seeds.get(field));
  });

  it.each(facts.mendedFields)("$field of events", ({ field, type }) => {
    const seeds = facts.events.flatMap(({ fields }) => byName(fields).filter(([name]) => name === field));
    expect(seeds).not.toEqual([]);
    expect(seeds.map(([, seeded]) => seeded)).not.toContain(type);
  });

  it.each([...facts.mended, ...facts.mendedFields])("$field stands on the page of the flaws", ({ field }) => {
    for (const language of ["en", "zh-CN"]) {
      const page = readFileSync(new URL(`${language}/seed-flaws.md`, guides), "utf8");
      expect(page).toContain(`\`${field.split(".").at(-1)}\``);
    }
  });
});

/** The name on the wire of the event with that key, which stands in the event's section. */
function eventNamed(events: string, key: string): string {
  const section = events.split(/^(?=## )/m).find((candidate) => candidate.includes(`\`${key}\`\n`));
  return /^## `([^`]+)`/.exec(section ?? "")?.[1] ?? "";
}

/** What the seed would call a type of ours. */
function seedType(type: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  if (/^("|\d)|^one of \d+ values$|^\d+ 个值之一$|^the event's name$|^事件的名称$/.test(type)) return "enum";
  const [, text, list] = /^(.*?)(\[\])?$/.exec(type) ?? [];
  if (list !== undefined) return `array[${text}]`;
  const formats: Record<string, string> = {
    "string (uuid)": "uuid",
    "string (date-time)": "date-time",
    "string (uri)": "url",
    "integer (int32)": "int32",
  };
  return formats[type] ?? type;
}

function mendedType(operation: string, field: string): string | undefined {
  return facts.mended.find((entry) => entry.operation === operation && entry.field === field)?.type;
}

function comparable({ operations, events }: Pick<SeedFacts, "operations" | "events">) {
  return {
    operations: operations.map(({ optional, required = [], ...rest }) => ({
      ...rest,
      required,
      optional: byName(optional),
    })),
    events: events.map(({ fields, ...rest }) => ({ ...rest, fields: byName(fields) })),
  };
}

interface Source {
  readonly operations: readonly {
    readonly title: string;
    readonly method: string;
    readonly path: string;
    readonly required: readonly string[];
    readonly optional: Readonly<Record<string, string>>;
    readonly ruby: string;
  }[];
  readonly webhooks: readonly { readonly key: string; readonly summary: string }[];
  readonly payloadFields: Readonly<Record<string, readonly { readonly field: string; readonly type: string }[]>>;
}

function comparableSource({ operations, webhooks, payloadFields }: Source) {
  const sorted = (pairs: readonly (readonly [string, string])[]) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    operations: operations.map(({ title, method, path, required, optional, ruby }) => ({
      title,
      operation: `${method} ${path}`,
      required,
      optional: sorted(Object.entries(optional)),
      ruby: rubyCall(ruby),
    })),
    events: webhooks.map(({ key, summary }) => ({
      key,
      title: summary,
      fields: sorted((payloadFields[key] ?? []).map(({ field, type }) => [field, type] as const)),
    })),
  };
}
