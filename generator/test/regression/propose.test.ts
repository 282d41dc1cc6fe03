import { describe, expect, it } from "vitest";
import type { OpenApiDocument, PathItem } from "../../src/document/openapi.ts";
import { propose } from "../../src/propose.ts";

const none = { operations: {}, events: {} };

function documentOf(paths: OpenApiDocument["paths"], events: Readonly<Record<string, string>>): OpenApiDocument {
  const webhooks = Object.entries(events).map(([key, name]): [string, PathItem] => {
    const schema = { properties: { event_type: { const: name } } };
    return [key, { post: { requestBody: { content: { "application/json": { schema } } } } }];
  });
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths, webhooks: Object.fromEntries(webhooks) };
}

/** The types of some new names, by key. */
const typesOf = (names: Readonly<Record<string, { readonly type: string }>>) =>
  Object.fromEntries(Object.entries(names).map(([key, { type }]) => [key, type]));

describe("propose tells apart", () => {
  it("two new events whose types would be one", () => {
    const document = documentOf({}, { ended: "call.ended", endedOld: "call_ended", EndedOld: "call-ended" });
    expect(typesOf(propose(document, none).names.events)).toEqual({
      ended: "CallEnded",
      endedOld: "EndedOld",
      EndedOld: "EndedOld2",
    });
  });

  it("a new event and one whose type was given before", () => {
    const events = { gone: { event: "call.over", type: "CallEnded" } };
    const { names, added } = propose(documentOf({}, { ended: "call.ended" }), { ...none, events });
    expect(typesOf(names.events)).toEqual({ gone: "CallEnded", ended: "Ended" });
    expect(added).toEqual(["ended"]);
  });

  it("two new operations whose types would be one", () => {
    const ids = ["list_calls", "ListCalls", "listCalls"];
    const paths = Object.fromEntries(ids.map((operationId, index) => [`/calls${index}`, { get: { operationId } }]));
    expect(typesOf(propose(documentOf(paths, {}), none).names.operations)).toEqual({
      list_calls: "ListCalls",
      ListCalls: "ListCalls2",
      listCalls: "ListCalls3",
    });
  });
});
