import { describe, expect, it } from "vitest";
import type { OpenApiDocument, Schema } from "../src/document/openapi.ts";
import { toPointer, valueAt } from "../src/document/pointer.ts";
import type { UpstreamWording, Wording } from "../src/specs.ts";
import { word } from "../src/word.ts";
import { delivery } from "./small-specs.ts";

type Parts = { wording?: Partial<Wording>; fallback?: Partial<Wording>; upstream?: UpstreamWording };

const empty = { families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };

function worded(contract: OpenApiDocument, { wording = {}, fallback, upstream = {} }: Parts) {
  return word(
    contract,
    { language: "xx", ...empty, ...wording },
    { upstream, ...(fallback && { wording: { language: "en", ...empty, ...fallback } }) },
  );
}

const call: Schema = {
  type: "object",
  properties: { to: { type: "string" }, from: { type: "object", properties: { to: { type: "string" } } } },
};

function contract(): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {
      "/calls": {
        post: {
          operationId: "Dial",
          parameters: [{ name: "to", in: "query", schema: { type: "string" } }],
          requestBody: {
            content: { "application/json": { schema: { type: "object", properties: { to: { type: "string" } } } } },
          },
        },
      },
    },
    webhooks: {
      answered: {
        post: {
          requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Answered" } } } },
        },
      },
    },
    components: {
      schemas: { Answered: delivery("call.answered", { type: "object" }), Call: structuredClone(call) },
      parameters: { ToHeader: { name: "to", in: "header", schema: { type: "string" } } },
    },
  };
}

const operation = ["paths", "/calls", "post"];
const inBody = [...operation, "requestBody", "content", "application/json", "schema", "properties", "to"];
const inCall = ["components", "schemas", "Call", "properties", "to"];
const nested = ["components", "schemas", "Call", "properties", "from", "properties", "to"];

describe("word: operations and events", () => {
  const own = { operations: { Dial: { summary: "Own", description: "More" } } };
  const other = { operations: { Dial: { summary: "Fallback" } } };
  const upstream = { [toPointer(operation)]: { summary: "Upstream" } };
  const tables: readonly [string, Parts, { summary?: string; description?: string }][] = [
    ["own text comes first", { wording: own, fallback: other, upstream }, { summary: "Own", description: "More" }],
    ["then the fallback language", { fallback: other, upstream }, { summary: "Fallback" }],
    ["then upstream's text", { upstream }, { summary: "Upstream" }],
    ["else there is none", {}, {}],
  ];
  it.each(tables)("%s", (_, parts, want) => {
    const { summary, description } = worded(contract(), parts).value.paths["/calls"]?.post ?? {};
    expect({ summary, description }).toEqual({ summary: undefined, description: undefined, ...want });
  });

  it("gives an event its text by the name on the wire", () => {
    const { value } = worded(contract(), { wording: { events: { "call.answered": { summary: "Taken" } } } });
    expect(value.webhooks?.["answered"]?.post?.summary).toBe("Taken");
  });
});

describe("word: fields", () => {
  const glossary = { to: "Number" };
  const override = (...keys: string[]) => ({
    glossary,
    overrides: Object.fromEntries(keys.map((key) => [key, "Special"])),
  });
  const tables: readonly [string, Parts, readonly (string | number)[], string | undefined][] = [
    ["a property has the glossary's text", { wording: { glossary } }, inCall, "Number"],
    ["a nested property too", { wording: { glossary } }, nested, "Number"],
    ["a property of a body too", { wording: { glossary } }, inBody, "Number"],
    ["a parameter too", { wording: { glossary } }, [...operation, "parameters", 0], "Number"],
    ["a component parameter too", { wording: { glossary } }, ["components", "parameters", "ToHeader"], "Number"],
    ["an override beats the glossary", { wording: override("Call.to") }, inCall, "Special"],
    ["an override of one field leaves the others", { wording: override("Call.to") }, nested, "Number"],
    ["a nested field's override names the way", { wording: override("Call.from.to") }, nested, "Special"],
    [
      "a parameter's override names the operation",
      { wording: override("Dial.to") },
      [...operation, "parameters", 0],
      "Special",
    ],
    ["the fallback's glossary fills in", { fallback: { glossary } }, inCall, "Number"],
    [
      "the own glossary beats the fallback's",
      { wording: { glossary: { to: "Nummer" } }, fallback: { glossary } },
      inCall,
      "Nummer",
    ],
    ["upstream's text is beneath", { upstream: { [toPointer(inCall)]: { description: "Up" } } }, inCall, "Up"],
    [
      "upstream's text yields to the glossary",
      { wording: { glossary }, upstream: { [toPointer(inCall)]: { description: "Up" } } },
      inCall,
      "Number",
    ],
    ["a field without any has no description", {}, inCall, undefined],
  ];
  it.each(tables)("%s", (_, parts, keys, want) => {
    expect(valueAt(worded(contract(), parts).value, [...keys, "description"])).toBe(want);
  });

  it("words a reference beside its $ref, and leaves what it refers to alone", () => {
    const source = contract();
    source.components = {
      schemas: { Id: { type: "string" }, Call: { properties: { id: { $ref: "#/components/schemas/Id" } } } },
    };
    const { schemas } = worded(source, { wording: { glossary: { id: "The id" } } }).value.components ?? {};
    expect(schemas).toEqual({
      Id: { type: "string" },
      Call: { properties: { id: { $ref: "#/components/schemas/Id", description: "The id" } } },
    });
  });

  it("does not take an object's own name for a field", () => {
    const source = contract();
    source.components = { schemas: { to: { type: "object", properties: {} } } };
    expect(worded(source, { wording: { glossary: { to: "Number" } } }).value.components?.schemas?.["to"]).toEqual({
      type: "object",
      properties: {},
    });
  });

  it("looks names up as own properties only", () => {
    const source = contract();
    source.components = {
      schemas: { Odd: { properties: { constructor: { type: "string" }, toString: { type: "string" } } } },
    };
    expect(worded(source, {}).value.components).toEqual(source.components);
  });

  it("does not touch the contract it was given", () => {
    const source = contract();
    worded(source, { wording: { glossary, operations: { Dial: { summary: "Own" } } } });
    expect(source).toEqual(contract());
  });
});

describe("word: debts", () => {
  const names = ["to", "from", "data", "meta", "payload", "event_type", "id", "record_type"];
  const full: Partial<Wording> = {
    operations: { Dial: { summary: "Dial" } },
    events: { "call.answered": { summary: "Taken" } },
    glossary: Object.fromEntries(names.map((name) => [name, "Text"])),
  };
  const without = (section: "operations" | "events") => ({ wording: { ...full, [section]: {} } });
  const withoutName = (name: string, overrides: object = {}) => {
    const glossary = Object.fromEntries(Object.entries(full.glossary ?? {}).filter(([key]) => key !== name));
    return { wording: { ...full, glossary, overrides: overrides as Record<string, string> } };
  };
  const withMore = (section: string, entries: object) => {
    return { wording: { ...full, [section]: { ...full[section as "operations"], ...entries } } };
  };
  const tables: readonly [string, Parts, readonly string[]][] = [
    ["nothing is owed where all is worded", { wording: full }, []],
    ["an operation without text", without("operations"), ["wording-missing #/operations/Dial Dial has no text."]],
    ["an event without text", without("events"), ["wording-missing #/events/call.answered call.answered has no text."]],
    ["a name that occurs often", withoutName("to"), ["wording-missing #/glossary/to to occurs 5 times."]],
    ["a name that occurs once", withoutName("from"), ["wording-missing #/glossary/from from occurs once."]],
    [
      "a name that not every override speaks of",
      withoutName("to", { "Call.to": "Text", "Dial.to": "Text" }),
      ["wording-missing #/glossary/to to occurs 2 times."],
    ],
    ["a name that overrides speak of alone", withoutName("from", { "Call.from": "Text" }), []],
    [
      "a general text that overrides leave no room for",
      withMore("overrides", { "Call.from": "Text" }),
      ["wording-unused #/glossary/from Every from has an override."],
    ],
    [
      "an operation that has the fallback's text alone",
      { ...without("operations"), fallback: full },
      ["wording-missing #/operations/Dial Dial has no text."],
    ],
    [
      "an operation that is gone",
      withMore("operations", { Gone: { summary: "" } }),
      ["wording-unused #/operations/Gone Nothing is called Gone."],
    ],
    [
      "an event that is gone",
      withMore("events", { "a.b": { summary: "" } }),
      ["wording-unused #/events/a.b Nothing is called a.b."],
    ],
    [
      "a name that is gone",
      withMore("glossary", { "a/b": "" }),
      ["wording-unused #/glossary/a~1b Nothing is called a/b."],
    ],
    [
      "an override that is gone",
      withMore("overrides", { "Call.x": "" }),
      ["wording-unused #/overrides/Call.x Nothing is called Call.x."],
    ],
  ];
  it.each(tables)("%s", (_, parts, want) => {
    const { diagnostics } = worded(contract(), parts);
    expect(diagnostics.map(({ code, pointer, message }) => `${code} ${pointer} ${message}`)).toEqual(want);
    expect(diagnostics.every(({ severity, file }) => severity === "debt" && file === "specs/wording/xx.yaml")).toBe(
      true,
    );
  });
});

describe("word: what was wrong once", () => {
  it("does not take the items of a list that is called properties for a field", () => {
    const source = contract();
    const list = { type: "array", items: { type: "string" } };
    source.components = { schemas: { Odd: { properties: { properties: list } } } };
    expect(worded(source, { wording: { glossary: { items: "Items" } } }).value.components).toEqual(source.components);
  });
});
