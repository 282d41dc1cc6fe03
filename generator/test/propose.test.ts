import { describe, expect, it } from "vitest";
import type { OpenApiDocument, PathItem } from "../src/document/openapi.ts";
import { propose } from "../src/propose.ts";

function webhook(name: string | undefined): PathItem {
  const schema = { properties: { event_type: name === undefined ? {} : { const: name } } };
  return { post: { requestBody: { content: { "application/json": { schema } } } } };
}

const contract = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  paths: {
    "/queues": { get: { operationId: "ListQueues" }, post: {} },
    "/calls/{id}/actions/record_start": { post: { operationId: "CallStartRecord" } },
    "/calls": { post: { operationId: "Dial" } },
  },
  webhooks: { callHangup: webhook("call.hangup"), callAnswered: webhook("call.answered"), unnamed: webhook(undefined) },
} satisfies OpenApiDocument;

describe("propose", () => {
  it("proposes a name for every operation with an id and every event with a name, sorted by key", () => {
    const proposal = propose(contract, { operations: {}, events: {} });
    expect(JSON.stringify(proposal.names)).toBe(
      JSON.stringify({
        operations: {
          CallStartRecord: { method: "calls.actions.startRecord", type: "StartRecord" },
          Dial: { method: "calls.create", type: "Dial" },
          ListQueues: { method: "queues.list", type: "ListQueues" },
        },
        events: {
          callAnswered: { event: "call.answered", type: "CallAnswered" },
          callHangup: { event: "call.hangup", type: "CallHangup" },
        },
      }),
    );
    expect(proposal.added).toEqual(["ListQueues", "CallStartRecord", "Dial", "callHangup", "callAnswered"]);
  });

  it("never touches an entry that exists, nor one that nothing uses any more", () => {
    const names = {
      operations: { Dial: { method: "calls.dial", type: "Dial" }, Gone: { method: "gone.away", type: "Gone" } },
      events: { callHangup: { event: "call.hangup", type: "HungUp" } },
      schemas: { A: "B" },
    };
    const before = structuredClone(names);
    const proposal = propose(contract, names);
    expect(proposal.names.operations).toMatchObject(before.operations);
    expect(proposal.names.events).toMatchObject(before.events);
    expect(proposal.names.schemas).toEqual({ A: "B" });
    expect(proposal.added).toEqual(["ListQueues", "CallStartRecord", "callAnswered"]);
    expect(names).toEqual(before);
  });

  it("adds nothing where every name is there", () => {
    const { names } = propose(contract, { operations: {}, events: {} });
    expect(propose(contract, names)).toEqual({ names, added: [] });
  });

  it("takes no inherited member for an entry", () => {
    const paths = { "/a": { get: { operationId: "constructor" } } };
    expect(propose({ ...contract, paths, webhooks: {} }, { operations: {}, events: {} }).added).toEqual([
      "constructor",
    ]);
  });

  it("manages without webhooks", () => {
    const { webhooks: _, ...without } = contract;
    expect(propose(without, { operations: {}, events: {} }).names.events).toEqual({});
  });

  it("keeps an operation whose id is __proto__", () => {
    const paths = { "/a": { get: { operationId: "__proto__" } } };
    const { names } = propose({ ...contract, paths, webhooks: {} }, { operations: {}, events: {} });
    expect(Object.keys(names.operations)).toEqual(["__proto__"]);
  });
});
