import { describe, expect, it } from "vitest";
import { ruby } from "../../../../src/emit/docs/languages/ruby.ts";
import type { Operation, OperationExample } from "../../../../src/model.ts";
import { operationOf, smallModel } from "../../../small-specs.ts";

const model = smallModel();
const call = (id: string, given: OperationExample, change: Partial<Operation> = {}) =>
  ruby.call({ ...operationOf(model, id), ...change }, given);
const official = { accessor: ["calls", "list"], pages: true, fields: {} };

describe("ruby", () => {
  it("makes a client with a key", () => {
    expect(ruby.setup(model)).toBe('require "telnyx"\n\nclient = Telnyx::Client.new(api_key: ENV["TELNYX_API_KEY"])');
  });

  it("gives the last id first, and all else as keywords in snake case", () => {
    const path = "/accounts/{account_sid}/calls/{call_id}";
    const pathParameters = ["account_sid", "call_id"].map((name) => {
      return { name, required: true, deprecated: false, text: "", shape: { kind: "anything" } as const };
    });
    const given = { path: { call_id: "v3:1", account_sid: "A1" }, query: { dry_run: true }, body: { CallerId: null } };
    expect(call("DialCall", given, { path, pathParameters })).toBe(
      'response = client.calls.dial("v3:1", account_sid: "A1", dry_run: true, caller_id: nil)\nputs(response)',
    );
  });

  it("leaves names inside of values as they are on the wire, and breaks what is long", () => {
    const body = { to: "x".repeat(60), webhook_urls: { "call.hangup": "https://example.com", A: [1, { b: true }] } };
    expect(call("DialCall", { path: {}, body })).toBe(`response = client.calls.dial(
  to: "${body.to}",
  webhook_urls: {"call.hangup": "https://example.com", A: [1, {b: true}]}
)
puts(response)`);
  });

  it("calls methods and arguments as the gem does", () => {
    const texml = { accessor: ["texml", "accounts", "recordingsJson", "startAIAssistant"], pages: true, fields: {} };
    expect(call("HangupCall", { path: { call_id: "1" } }, { official: texml })).toBe(
      'client.texml.accounts.recordings_json.start_ai_assistant("1")',
    );
    const bridge = { ...official, fields: { call_id: "call_id_to_bridge_with" } };
    expect(
      call("BridgeCall", { path: { call_id: "1" }, body: { call_id: "2", Method: "GET" } }, { official: bridge }),
    ).toBe('response = client.calls.list("1", call_id_to_bridge_with: "2", method_: "GET")\nputs(response)');
  });

  it("gives the whole body as one argument where the gem takes it so, with the names on the wire", () => {
    const texml = { ...official, body: "params" };
    expect(call("BridgeCall", { path: { call_id: "1" }, body: { To: "2" } }, { official: texml })).toContain(
      'client.calls.list("1", params: {To: "2"})',
    );
    expect(call("BridgeCall", { path: { call_id: "1" } }, { official: texml })).toContain('client.calls.list("1")');
  });

  it("walks the pages of a list where the gem does, and shows the first where it does not", () => {
    const list: Operation = { ...operationOf(model, "ListCalls"), pagination: { pages: "number", items: "calls" } };
    expect(ruby.list(list, { path: {} })).toBe("page = client.calls.list\npage.auto_paging_each { |item| puts(item) }");
    expect(ruby.list({ ...list, official: { ...official, pages: false } }, { path: {} })).toBe(
      "page = client.calls.list\npage.calls.each { |item| puts(item) }",
    );
  });

  it("shows how large a file is", () => {
    expect(call("DownloadRecording", { path: { id: "1" } })).toBe(
      'response = client.recordings.download("1")\nputs(response.size)',
    );
  });

  it("receives an event that it has verified", () => {
    const [event] = model.events;
    const code = (event && ruby.event?.(event)) ?? "";
    expect(code).toContain('data["event_type"] == "call.answered"');
    expect(code.indexOf("key.verify")).toBeLessThan(code.indexOf("JSON.parse"));
  });
});
