import { describe, expect, it } from "vitest";
import { compare, isUnchanged } from "../src/compare.ts";
import type { OpenApiDocument, PathItem } from "../src/document/openapi.ts";

function contract(parts: Partial<OpenApiDocument>): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, ...parts };
}

function webhook(name: string, description = ""): PathItem {
  const schema = { properties: { event_type: { const: name, description } } };
  return { post: { requestBody: { content: { "application/json": { schema } } } } };
}

const none = { added: [], removed: [], changed: [] };

describe("compare", () => {
  it("names what is new, gone and changed, each sorted", () => {
    const before = contract({
      paths: { "/same": { get: {} }, "/gone": { get: {}, post: {} }, "/changed": { put: {} } },
      webhooks: { a: webhook("call.same"), b: webhook("call.gone"), c: webhook("call.changed") },
      components: { schemas: { Same: {}, Gone: {}, Changed: {} } },
    });
    const after = contract({
      paths: { "/same": { get: {}, delete: {} }, "/new": { get: {} }, "/changed": { put: { operationId: "Put" } } },
      webhooks: { a: webhook("call.same"), b: webhook("call.new"), c: webhook("call.changed", "d") },
      components: { schemas: { Same: {}, New: {}, Also: {}, Changed: { type: "string" } } },
    });
    expect(compare(before, after)).toEqual({
      operations: {
        added: ["DELETE /same", "GET /new"],
        removed: ["GET /gone", "POST /gone"],
        changed: ["PUT /changed"],
      },
      events: { added: ["call.new"], removed: ["call.gone"], changed: ["call.changed"] },
      schemas: { added: ["Also", "New"], removed: ["Gone"], changed: ["Changed"] },
    });
  });

  it("finds everything new where there was no contract", () => {
    const after = contract({
      paths: { "/a": { get: {} } },
      webhooks: { a: webhook("call.a") },
      components: { schemas: { A: {} } },
    });
    expect(compare(undefined, after)).toEqual({
      operations: { ...none, added: ["GET /a"] },
      events: { ...none, added: ["call.a"] },
      schemas: { ...none, added: ["A"] },
    });
  });

  it("takes an operation for changed when the parameters of its path are", () => {
    const before = contract({ paths: { "/a": { get: {} } } });
    const after = contract({ paths: { "/a": { parameters: [{ name: "p", in: "query" }], get: {} } } });
    expect(compare(before, after).operations).toEqual({ ...none, changed: ["GET /a"] });
  });

  it("takes an event for the same under another key", () => {
    const before = contract({ webhooks: { old: webhook("call.a") } });
    expect(compare(before, contract({ webhooks: { new: webhook("call.a") } })).events).toEqual(none);
  });

  it("calls a webhook without an event's name by its key", () => {
    expect(compare(undefined, contract({ webhooks: { plain: { post: {} } } })).events.added).toEqual(["plain"]);
  });

  it("takes no inherited member for a schema", () => {
    const after = contract({ components: { schemas: { constructor: {} } as Record<string, object> } });
    expect(compare(contract({}), after).schemas).toEqual({ ...none, added: ["constructor"] });
  });
});

describe("isUnchanged", () => {
  it("is true for a contract and itself", () => {
    const same = contract({ paths: { "/a": { get: {} } }, components: { schemas: { A: {} } } });
    expect(isUnchanged(compare(same, structuredClone(same)))).toBe(true);
  });

  it.each(["operations", "events", "schemas"])("is false for any difference in %s", (part) => {
    for (const kind of ["added", "removed", "changed"]) {
      const comparison = { operations: none, events: none, schemas: none, [part]: { ...none, [kind]: ["a"] } };
      expect(isUnchanged(comparison)).toBe(false);
    }
  });
});
