import { describe, expect, it } from "vitest";
import type { OpenApiDocument, PathItem } from "../../src/document/openapi.ts";
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
  };
}

const slice: SliceDefinition = {
  title: "Voice",
  source: { repository: "r", path: "p", branch: "b", download: "", commits: "" },
  families: [
    { name: "calls", title: "Calls", tags: ["Calls"], operations: [], events: ["call.*"] },
    { name: "messages", title: "Messages", tags: [], operations: [], events: ["message.*"] },
  ],
  watch: { paths: ["/calls"], events: ["call.", "conference."] },
  leftOut: [{ event: "callKnown", reason: "Upstream is asked." }],
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
