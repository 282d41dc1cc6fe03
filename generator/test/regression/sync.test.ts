import { describe, expect, it } from "vitest";
import type { OpenApiDocument, PathItem, RequestBody, Schema } from "../../src/document/openapi.ts";
import type { SliceDefinition } from "../../src/specs.ts";
import { lockDebts, sync } from "../../src/sync.ts";

function webhook(eventType: object | undefined): PathItem {
  const data = { type: "object", properties: eventType === undefined ? {} : { event_type: eventType } };
  return { post: { requestBody: { content: { "application/json": { schema: { properties: { data } } } } } } };
}

/** A document of one operation, and of a webhook beside one that says which event it is. */
function documentOf(key: string, item: PathItem): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/calls": { get: { operationId: "ListCalls", tags: ["Calls"], responses: {} } } },
    webhooks: { callHangup: webhook({ const: "call.hangup" }), [key]: item },
    components: {
      schemas: { TexmlRecording: { type: "object" } },
      pathItems: {
        Answered: webhook({ const: "call.answered" }),
        Faxed: webhook({ const: "fax.sent" }),
        Form: { post: { requestBody: { content: { "application/x-www-form-urlencoded": {} } } } },
      },
    },
  };
}

function ref(name: string): PathItem {
  return { $ref: `#/components/pathItems/${name}` } as PathItem;
}

/** A webhook whose body comes as another media type as well. */
function twice(item: PathItem, mediaType: string): PathItem {
  const { content = {} } = (item.post?.requestBody ?? {}) as Partial<RequestBody>;
  return { post: { requestBody: { content: { ...content, [mediaType]: {} } } } };
}

const slice: SliceDefinition = {
  title: "Voice",
  source: { repository: "r", path: "p", branch: "b", download: "", commits: "" },
  families: [
    { name: "calls", title: "Calls", tags: ["Calls"], operations: [], events: ["call.*"] },
    { name: "messages", title: "Messages", tags: [], operations: [], events: ["message.*"] },
  ],
  watch: { paths: ["/calls"], events: ["call.", "conference.", "texml"] },
  leftOut: [
    { event: "callKnown", reason: "Upstream is asked." },
    { event: "call.known", reason: "Upstream is asked." },
  ],
};
const events = { transcription: { event: "call.transcription", type: "Transcription" } };

function run(key: string, item: PathItem) {
  const source = { document: documentOf(key, item), sha256: "", origin: {} };
  const { value, diagnostics } = sync(source, { slice, names: { operations: {}, events } });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return { ...value, diagnostics };
}

const anything = { type: "string" };

describe("a webhook that does not say which event it is", () => {
  it.each<[string, string, PathItem]>([
    ["is called as an event that a family takes", "callAnswered", webhook(anything)],
    ["is called as an event that is watched for", "ConferenceEnded", webhook(anything)],
    ["allows events of a family among others", "deliveryUpdate", webhook({ enum: ["message.sent", "message.read"] })],
    ["has an event of a family for an example", "deliveryUpdate", webhook({ ...anything, example: "message.sent" })],
    ["was such an event before", "transcription", webhook(anything)],
    ["has no event_type", "callAnswered", webhook(undefined)],
    ["has no body", "callAnswered", {}],
    ["is called like an operation", "call GET /calls", webhook(anything)],
  ])("and %s is a debt, in the lock too, and sync goes on", (_, key, item) => {
    const { contract, lock, diagnostics } = run(key, item);
    expect(diagnostics).toMatchObject([
      {
        code: "webhook-unclaimed",
        severity: "debt",
        message: `The webhook ${key} has no single event_type, so that no family can take it.`,
        pointer: `#/webhooks/${key.replaceAll("/", "~1")}`,
      },
    ]);
    expect(Object.keys(contract.webhooks ?? {})).toEqual(["callHangup"]);
    expect(lock.unclaimed).toEqual([key]);
    expect(lockDebts(lock)).toMatchObject([{ code: "webhook-unclaimed", severity: "debt" }]);
  });

  it.each<[string, string, PathItem]>([
    ["has nothing to do with the slice", "faxSent", webhook(anything)],
    ["names events of no family", "deliveryUpdate", webhook({ enum: ["fax.read", "fax.sent"] })],
    ["is left out by its key", "callKnown", webhook(anything)],
    ["is called as a member of every object", "constructor", webhook(anything)],
  ])("and %s is nothing to talk of", (_, key, item) => {
    const { lock, diagnostics } = run(key, item);
    expect({ diagnostics, unclaimed: lock.unclaimed }).toEqual({ diagnostics: [], unclaimed: [] });
  });
});

const form = "application/x-www-form-urlencoded";

/** A webhook that comes by a method and as a media type. */
function coming(method: "post" | "put", mediaType: string, schema: Schema): PathItem {
  return { [method]: { requestBody: { content: { [mediaType]: { schema } } } } };
}

const answered: Schema = { properties: { event_type: { const: "call.answered" } } };
const faxed: Schema = { properties: { event_type: { const: "fax.sent" } } };
const known: Schema = { properties: { event_type: { const: "call.known" } } };
const digits: Schema = { properties: { Digits: { type: "string" } } };

describe("a webhook that comes as no event does", () => {
  it.each<[string, string, PathItem, string]>([
    ["is a form", "TexmlRecordingCompletedWebhook", coming("post", form, digits), `comes as ${form}`],
    ["is a form by any name", "statusUpdate", coming("post", form, digits), `comes as ${form}`],
    ["is a form of an event", "statusUpdate", coming("post", form, answered), `comes as ${form}`],
    ["is XML", "statusUpdate", coming("post", "application/xml", {}), "comes as application/xml"],
    ["comes by PUT", "callAnswered", coming("put", "application/json", answered), "comes by PUT"],
    ["comes by PUT and names no event", "update", coming("put", "application/json", digits), "comes by PUT"],
    ["comes by PUT, empty", "update", { put: {} }, "comes by PUT"],
    ["is a form by PUT", "update", coming("put", form, digits), "comes by PUT"],
    ["stands behind a reference", "update", ref("Answered"), "stands behind a reference"],
    ["stands behind a reference to a form", "update", ref("Form"), `stands behind a reference and comes as ${form}`],
    ["stands behind a reference that leads nowhere", "update", ref("Gone"), "stands behind a reference"],
    ["stands in another document", "update", { $ref: "./webhooks.yml#/a" } as PathItem, "stands behind a reference"],
    ["was such an event before", "transcription", coming("put", "application/json", digits), "comes by PUT"],
  ])("and %s is a debt, in the lock too, and sync goes on", (_, key, item, reason) => {
    const { contract, lock, diagnostics } = run(key, item);
    expect(diagnostics).toMatchObject([
      {
        code: "webhook-unclaimed",
        severity: "debt",
        message: `The webhook ${key} ${reason}, so that no family can take it.`,
        pointer: `#/webhooks/${key}`,
      },
    ]);
    expect(Object.keys(contract.webhooks ?? {})).toEqual(["callHangup"]);
    expect(lock.unclaimed).toEqual([key]);
    expect(lockDebts(lock)).toMatchObject([{ code: "webhook-unclaimed", severity: "debt" }]);
  });

  it.each<[string, PathItem]>([
    ["by PUT", { ...webhook({ const: "call.answered" }), ...coming("put", "application/json", answered) }],
    ["as a form", twice(webhook({ const: "call.answered" }), form)],
  ])("and also as one, is told beside the event: %s", (_, item) => {
    const { contract, lock } = run("callAnswered", item);
    expect(Object.keys(contract.webhooks ?? {})).toEqual(["callAnswered", "callHangup"]);
    expect(lock.unclaimed).toEqual(["callAnswered"]);
  });

  it.each<[string, string, PathItem]>([
    ["says that it is an event of nobody here", "update", coming("put", form, faxed)],
    ["says so behind a reference", "update", ref("Faxed")],
    ["is left out by its key", "callKnown", coming("post", form, digits)],
    ["is left out by its event", "update", coming("put", "application/json", known)],
  ])("and %s is nothing to talk of", (_, key, item) => {
    const { lock, diagnostics } = run(key, item);
    expect({ diagnostics, unclaimed: lock.unclaimed }).toEqual({ diagnostics: [], unclaimed: [] });
  });
});

describe("a webhook without an event_type under a name that is watched for", () => {
  it.each<[string, string, PathItem]>([
    ["its key", "TexmlRecordingCompletedWebhook", webhook(undefined)],
    ["its key, as the product is spelled", "TeXMLRecording", webhook(undefined)],
    ["a path for a key", "/calls/{id}/recording", webhook(undefined)],
    ["its operation", "recording", { post: { operationId: "texmlRecording", ...webhook(undefined).post } }],
    ["its schema", "recording", coming("post", "application/json", { $ref: "#/components/schemas/TexmlRecording" })],
  ])("is told: %s", (_, key, item) => {
    expect(run(key, item).lock.unclaimed).toEqual([key]);
  });
});
