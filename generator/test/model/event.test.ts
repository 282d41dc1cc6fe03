import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.ts";
import type { OpenApiDocument, PathItem, Schema } from "../../src/document/openapi.ts";
import { buildEvent } from "../../src/model/event.ts";
import type { EventName } from "../../src/specs.ts";
import { delivery } from "../small-specs.ts";

const answered = delivery("call.answered", { $ref: "#/components/schemas/Payload" });
const name: EventName = { event: "call.answered", type: "CallAnswered" };
const webhookOf = (schema: Schema, post: object = {}): PathItem => ({
  post: { ...post, requestBody: { content: { "application/json": { schema } } } },
});
const reference = webhookOf({ $ref: "#/components/schemas/Answered" });

type Case = { schema?: Schema; webhook?: PathItem; family?: string | undefined; name?: EventName | undefined };

function build(given: Case) {
  const diagnostics: Diagnostic[] = [];
  const schemas = { Answered: given.schema ?? answered, Payload: { type: "object", properties: { a: {} } } };
  const document: OpenApiDocument = {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {},
    components: { schemas },
  };
  const context = { document, key: "callAnswered", family: "calls", name, examples: {}, ...given, diagnostics };
  return { event: buildEvent(context, given.webhook ?? reference), diagnostics };
}

describe("buildEvent", () => {
  const text = { type: "string" } as const;
  const scalar = { kind: "scalar", type: "string", limits: {} } as const;
  const field = { required: true, deprecated: false, text: "" } as const;

  it("tells name, types, text, envelope and payload, the last behind a reference too", () => {
    const webhook = webhookOf({ $ref: "#/components/schemas/Answered" }, { summary: "Taken", description: "More" });
    const { event, diagnostics } = build({ webhook });
    expect(diagnostics).toEqual([]);
    expect(event).toEqual({
      key: "callAnswered",
      name: "call.answered",
      family: "calls",
      types: { event: "CallAnsweredEvent", payload: "CallAnsweredPayload" },
      text: { summary: "Taken", description: "More" },
      schema: "Answered",
      envelope: [
        { ...field, name: "event_type", shape: { kind: "literals", values: ["call.answered"] } },
        { ...field, name: "id", shape: { ...scalar, format: "uuid" } },
        { ...field, name: "record_type", shape: { kind: "literals", values: ["event"] } },
      ],
      payload: { kind: "structure", fields: [{ ...field, name: "a", required: false, shape: { kind: "anything" } }] },
      isEnvelopeRequired: true,
      example: expect.objectContaining({ data: expect.anything() }),
      pointer: "#/webhooks/callAnswered",
    });
  });

  it.each(["event_type", "id", "payload"])("tells that the schema leaves %s open", (name) => {
    const data = answered.properties?.["data"] as Schema;
    const required = (data.required ?? []).filter((part) => part !== name);
    const schema: Schema = { ...answered, properties: { data: { ...data, required } } };
    expect(build({ schema }).event?.isEnvelopeRequired).toBe(false);
  });

  it("has an empty summary and no description where there is no text", () => {
    expect(build({}).event?.text).toEqual({ summary: "" });
  });

  it.each<[string, Schema]>([
    ["a const", { type: "string", const: "call.answered" }],
    ["an enum of one", { type: "string", enum: ["call.answered"] }],
  ])("reads the name from %s", (_, event_type) => {
    const schema = { properties: { data: { properties: { event_type, payload: text } } } };
    expect(build({ schema }).event?.name).toBe("call.answered");
  });

  it("finds data, name and payload in the parts of an allOf", () => {
    const type = { properties: { event_type: { const: "call.answered" } } };
    const data: Schema = { allOf: [type, { required: ["payload"], properties: { payload: text, id: text } }] };
    const { event, diagnostics } = build({
      schema: { allOf: [{ properties: { data } }, { properties: { meta: {} } }] },
    });
    expect(diagnostics).toEqual([]);
    expect(event?.payload).toEqual(scalar);
    expect(event?.envelope.map(({ name, required }) => `${name}${required ? "" : "?"}`)).toEqual([
      "event_type?",
      "id?",
    ]);
  });
});

describe("buildEvent: what cannot be narrowed is left out and reported", () => {
  const tables: readonly [string, Case, string, string][] = [
    [
      "an event_type of several values",
      { schema: { properties: { data: { properties: { event_type: { enum: ["a", "b"] }, payload: {} } } } } },
      "event-without-literal",
      "The webhook callAnswered has no single event_type.",
    ],
    [
      "an event_type of no value",
      { schema: { properties: { data: { properties: { event_type: { type: "string" }, payload: {} } } } } },
      "event-without-literal",
      "The webhook callAnswered has no single event_type.",
    ],
    [
      "no body",
      { webhook: { post: {} } },
      "event-without-literal",
      "The webhook callAnswered has no single event_type.",
    ],
    ["no post", { webhook: {} }, "event-without-literal", "The webhook callAnswered has no single event_type."],
    ["no family", { family: undefined }, "family-missing", "The event call.answered belongs to no family."],
    [
      "no entry in names.json",
      { name: undefined },
      "event-without-name",
      "specs/names.json has no entry for the webhook callAnswered.",
    ],
    [
      "an entry that says otherwise",
      { name: { event: "call.taken", type: "X" } },
      "event-name-different",
      "specs/names.json calls callAnswered call.taken, the contract call.answered.",
    ],
    [
      "no envelope",
      { schema: { properties: { event_type: { const: "call.answered" }, payload: {} } } },
      "event-without-envelope",
      "The webhook callAnswered does not deliver a named schema with data.payload.",
    ],
    [
      "no payload",
      { schema: { properties: { data: { properties: { event_type: { const: "call.answered" } } } } } },
      "event-without-envelope",
      "The webhook callAnswered does not deliver a named schema with data.payload.",
    ],
    [
      "a delivery without a name",
      { webhook: webhookOf(answered) },
      "event-without-envelope",
      "The webhook callAnswered does not deliver a named schema with data.payload.",
    ],
  ];
  it.each(tables)("%s", (_, given, code, message) => {
    const { event, diagnostics } = build(given);
    expect(event).toBeUndefined();
    expect(diagnostics).toEqual([
      { code, severity: "error", message, fix: expect.stringMatching(/\S/), pointer: "#/webhooks/callAnswered" },
    ]);
  });
});
