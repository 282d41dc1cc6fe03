import type { ChangeKind } from "../../src/diff/catalogue.ts";
import type { Schema } from "../../src/document/openapi.ts";

/**
 * A change of one value, tried in a request, in an answer and in a delivery, there and back. What is sent are expressions
 * for the value, what is received are statements that read `value`; all compile on the side that they are written for.
 */
export interface ValueCase {
  readonly kind: ChangeKind;
  readonly before: Schema;
  readonly after: Schema;
  readonly sent: readonly string[];
  readonly received: readonly string[];
  readonly sentBack: readonly string[];
  readonly receivedBack: readonly string[];
}

const string: Schema = { type: "string" };
const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: "object",
  properties: { id: string, ...properties },
  ...more,
});
const either = (...names: string[]): Schema => ({
  oneOf: names.map((name) => ({ $ref: `#/components/schemas/${name}` })),
});
const kinds = (propertyName: string, mapping: Record<string, string>): Schema => ({
  ...either("Sip", "Phone"),
  discriminator: { propertyName, mapping },
});

/** A change that leaves the type as it is, with what is sent and read on both sides. */
function untyped(kind: ChangeKind, before: Schema, after: Schema, type: "string" | "number" = "string"): ValueCase {
  const sent = type === "string" ? ["text", '"a"', "text + text"] : ["count", "1", "count + 0.5"];
  const received = [
    `const read: ${type} = value;`,
    type === "string" ? "value.toUpperCase();" : "value.toFixed(2);",
    type === "string" ? 'if (value === "a") console.log(value.length);' : "if (value > 1) console.log(value + 1);",
  ];
  return { kind, before, after, sent, received, sentBack: sent, receivedBack: received };
}

const number: Schema = { type: "number" };

export const valueCases: readonly ValueCase[] = [
  {
    kind: "property-removed",
    before: object({ name: string }),
    after: object({}),
    sent: ["{ name: text }", "{ id: text, name: text }"],
    received: ["console.log(value.name);", "const { name } = value;", "const name: string | undefined = value.name;"],
    sentBack: ["{ id: text }", "{}"],
    receivedBack: ["const id: string | undefined = value.id;", "const same: { id?: string } = value;"],
  },
  {
    kind: "required-property-added",
    before: object({}),
    after: object({ name: string }, { required: ["name"] }),
    sent: ["{ id: text }", "{}"],
    received: ["const id: string | undefined = value.id;", "const same: { id?: string } = value;"],
    sentBack: ["{ name: text }", "{ id: text, name: text }"],
    receivedBack: ["const name: string = value.name;", "console.log(value.name.length);"],
  },
  {
    kind: "property-became-optional",
    before: object({ name: string }, { required: ["name"] }),
    after: object({ name: string }),
    sent: ["{ name: text }", "{ id: text, name: text }"],
    received: [
      "const name: string = value.name;",
      "console.log(value.name.length);",
      "const same: { name: string } = value;",
    ],
    sentBack: ["{}", "{ id: text }"],
    receivedBack: [
      "const name = value.name ?? text;",
      "const name: string | undefined = value.name;",
      "value.name?.trim();",
    ],
  },
  {
    kind: "became-nullable",
    before: string,
    after: { type: ["string", "null"] },
    sent: ["text", '"a"'],
    received: [
      "const read: string = value;",
      "value.toUpperCase();",
      "const lengths = [value].map(({ length }) => length);",
    ],
    sentBack: ["null", "text === '' ? null : text"],
    receivedBack: [
      "const read: string | null = value;",
      "if (value === null) throw new Error();",
      "const read: string = value ?? text;",
      "console.log(value?.length);",
    ],
  },
  {
    kind: "type-widened",
    before: string,
    after: { type: ["string", "number"] },
    sent: ["text", '"a"'],
    received: ["const read: string = value;", "value.toUpperCase();"],
    sentBack: ["count", "1"],
    receivedBack: [
      'if (typeof value === "number") value.toFixed(2);',
      'if (typeof value !== "string") console.log(value.toFixed());',
    ],
  },
  {
    kind: "type-removed",
    before: string,
    after: {},
    sent: ["text", '"a"'],
    received: ["const read: string = value;", "value.toUpperCase();"],
    sentBack: ["count", "{ any: flag }"],
    receivedBack: [
      "const read: unknown = value;",
      "console.log(String(value));",
      'if (typeof value === "string") value.trim();',
    ],
  },
  {
    kind: "type-changed",
    before: string,
    after: { type: "boolean" },
    sent: ["text", '"a"'],
    received: ["const read: string = value;", "value.toUpperCase();"],
    sentBack: ["flag", "true"],
    receivedBack: ["const read: boolean = value;", "if (value === true) console.log(value);"],
  },
  untyped("number-widened", { type: "integer" }, number, "number"),
  {
    kind: "enum-value-added",
    before: { type: "string", enum: ["a", "b"] },
    after: { type: "string", enum: ["a", "b", "c"] },
    sent: ['"a"', "flag ? 'a' : 'b'"],
    // To list every value and leave no other is what the verdict leaves out: a list of what is received may grow.
    received: [
      'if (value === "a") console.log(value);',
      'switch (value) { case "a": case "b": break; default: }',
      "const read: string = value;",
    ],
    sentBack: ['"c"', "flag ? 'a' : 'c'"],
    receivedBack: ['if (value === "c") console.log(value);', 'switch (value) { case "c": break; }'],
  },
  {
    kind: "enum-added",
    before: string,
    after: { type: "string", enum: ["a", "b"] },
    sent: ["text", '"c"'],
    received: ["const read: string = value;", 'if (value === "a") console.log(value);', "value.toUpperCase();"],
    sentBack: ['"a"', "flag ? 'a' : 'b'"],
    receivedBack: [
      'const read: "a" | "b" = value;',
      "const texts: Record<'a' | 'b', string> = { a: text, b: text };\nconsole.log(texts[value]);",
    ],
  },
  {
    kind: "enum-opened",
    before: { type: "string", enum: ["a", "b"] },
    after: { type: "string", enum: ["a", "b"], "x-open-enum": true } as Schema,
    sent: ['"a"', "flag ? 'a' : 'b'"],
    received: [
      'const read: "a" | "b" = value;',
      "const texts: Record<'a' | 'b', string> = { a: text, b: text };\nconsole.log(texts[value]);",
    ],
    sentBack: ["text", '"c"'],
    receivedBack: ["const read: string = value;", 'if (value === "a") console.log(value);', "value.toUpperCase();"],
  },
  untyped("format-changed", { ...string, format: "date" }, { ...string, format: "date-time" }),
  untyped("format-added", string, { ...string, format: "uuid" }),
  untyped("pattern-changed", { ...string, pattern: "^a" }, { ...string, pattern: "^b" }),
  untyped("pattern-added", string, { ...string, pattern: "^a" }),
  untyped("limit-tightened", string, { ...string, maxLength: 3 }),
  untyped("limit-tightened", { ...number, minimum: 1 }, { ...number, minimum: 2 }, "number"),
  {
    kind: "limit-tightened",
    before: { type: "array", items: string },
    after: { type: "array", items: string, minItems: 1, maxItems: 3 },
    sent: ["[]", "[text]", "text.split('')"],
    received: ["const read: string[] = value;", "for (const item of value) console.log(item.length);"],
    sentBack: ["[text]", "text.split('')"],
    receivedBack: ["const read: string[] = value;", "console.log(value[0]?.length);"],
  },
  untyped("default-changed", { ...string, default: "a" }, { ...string, default: "b" }),
  untyped("default-added", string, { ...string, default: "a" }),
  untyped("became-write-only", string, { ...string, writeOnly: true }),
  untyped("deprecated", string, { ...string, deprecated: true }),
  untyped("text-changed", string, { ...string, description: "Otherwise" }),
  {
    kind: "additional-properties-forbidden",
    before: object({}),
    after: object({}, { additionalProperties: false }),
    sent: ["{ id: text }", "{}"],
    received: ["const same: { id?: string } = value;", "console.log(value.id);"],
    sentBack: ["{ id: text }", "{}"],
    receivedBack: ["const same: { id?: string } = value;", "console.log(value.id);"],
  },
  {
    kind: "additional-properties-removed",
    before: object({}, { additionalProperties: true }),
    after: object({}),
    sent: ["{ other: text }", "{ id: text, other: count }"],
    received: ['console.log(value["other"]);', "const read: unknown = value.other;"],
    sentBack: ["{ id: text }", "{}"],
    receivedBack: ["const same: { id?: string } = value;", "console.log(value.id);"],
  },
  {
    kind: "map-closed",
    before: object({}, { additionalProperties: true }),
    after: object({}, { additionalProperties: false }),
    sent: ["{ other: text }"],
    received: ['console.log(value["other"]);'],
    sentBack: ["{ id: text }"],
    receivedBack: ["console.log(value.id);"],
  },
  {
    kind: "alternative-added",
    before: either("Sip", "Phone"),
    after: { oneOf: [...(either("Sip", "Phone").oneOf ?? []), string] },
    sent: ['{ kind: "sip", uri: text }', '{ kind: "phone", number: text }'],
    received: [
      "console.log(value.kind);",
      'if (value.kind === "sip") console.log(value.uri); else console.log(value.number);',
    ],
    sentBack: ["text", '"a"'],
    receivedBack: [
      'if (typeof value === "string") value.trim();',
      'const read: string = typeof value === "string" ? value.toUpperCase() : value.kind;',
    ],
  },
  {
    kind: "alternative-removed",
    before: either("Sip", "Phone"),
    after: either("Sip"),
    sent: ['{ kind: "phone", number: text }'],
    received: [
      'if (value.kind === "phone") console.log(value.number);',
      'switch (value.kind) { case "phone": break; }',
    ],
    sentBack: ['{ kind: "sip", uri: text }'],
    receivedBack: ["console.log(value.uri);", 'const kind: "sip" = value.kind;'],
  },
  {
    kind: "command-id-removed",
    before: { type: "object", properties: { id: string, command_id: string } },
    after: { type: "object", properties: { id: string } },
    sent: ["{ command_id: text }"],
    received: ["console.log(value.command_id);"],
    sentBack: ["{ id: text }", "{}"],
    receivedBack: ["console.log(value.id);"],
  },
  untyped("limit-changed", { ...number, multipleOf: 2 }, { ...number, multipleOf: 3 }, "number"),
  untyped("constraint-changed", string, { ...string, not: { pattern: "^a" } }),
  {
    kind: "discriminator-removed",
    before: kinds("kind", { s: "#/components/schemas/Sip", p: "#/components/schemas/Phone" }),
    after: either("Sip", "Phone"),
    sent: ['{ kind: "s", uri: text }'],
    received: ['if (value.kind === "s") console.log(value.uri);'],
    sentBack: ['{ kind: "sip", uri: text }'],
    receivedBack: ['if (value.kind === "sip") console.log(value.uri);'],
  },
  {
    kind: "discriminator-changed",
    before: kinds("kind", { s: "#/components/schemas/Sip", p: "#/components/schemas/Phone" }),
    after: kinds("sort", { s: "#/components/schemas/Sip", p: "#/components/schemas/Phone" }),
    sent: ['{ kind: "s", uri: text }'],
    received: ['if (value.kind === "s") console.log(value.uri);'],
    sentBack: ['{ kind: "sip", sort: "s", uri: text }'],
    receivedBack: ['if (value.sort === "s") console.log(value.uri);'],
  },
];
