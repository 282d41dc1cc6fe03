import { describe, expect, it } from "vitest";
import { isEvent, parseTexmlCallback, parseWebhook, WebhookParseError } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";

const fields = { record_type: "event", id: "1", payload: { call_control_id: "v3:1", from: "+13125550100" } };

describe("parseWebhook", () => {
  it("gives an event of API v2 as it is", () => {
    const event = buildEvent("call.hangup");
    expect(parseWebhook(JSON.stringify(event))).toEqual(event);
    expect(parseWebhook(new TextEncoder().encode(JSON.stringify(event)))).toEqual(event);
  });

  it("does without a byte order mark", () => {
    const text = `\uFEFF${JSON.stringify(buildEvent("call.hangup"))}`;
    expect(parseWebhook(text)).toEqual(parseWebhook(new TextEncoder().encode(text)));
  });

  it("gives an event of API v1 the name and the envelope of v2", () => {
    const body = { ...fields, event_type: "call_initiated", created_at: "2026-01-30T09:15:00Z", meta: { attempt: 1 } };
    expect(parseWebhook(JSON.stringify(body))).toEqual({
      data: { ...fields, event_type: "call.initiated", occurred_at: "2026-01-30T09:15:00Z" },
      meta: { attempt: 1 },
    });
  });

  it("gives an event what all have, where it came without, and adds no time that it lacks", () => {
    const bare = { event_type: "call.hangup", id: "1", payload: {} };
    for (const body of [bare, { data: bare }]) {
      expect(parseWebhook(JSON.stringify(body))).toStrictEqual({ data: { ...bare, record_type: "event" } });
    }
  });

  it("wraps an event that comes bare, as conference.floor.changed does", () => {
    const body = { ...fields, event_type: "conference.floor.changed" };
    const event = parseWebhook(JSON.stringify(body));
    expect(event).toEqual({ data: body });
    expect(isEvent(event, "conference.floor.changed")).toBe(true);
  });

  it.each(["call.teleported", "fax.received", "call_teleported", "toString"])("lets %s through, unknown", (name) => {
    const body = { data: { ...fields, event_type: name, later: true }, meta: { attempt: 2, delivered_to: "" } };
    expect(parseWebhook(JSON.stringify(body))).toEqual(body);
  });

  it.each([
    [
      "with brackets",
      "data[event_type]=call.hangup&data[id]=1&data[record_type]=event&data[payload][from]=%2B1&data[payload][tags][]=a&data[payload][tags][]=b",
    ],
    [
      "without an envelope",
      "event_type=call_hangup&id=1&record_type=event&payload[from]=%2B1&payload[tags][]=a&payload[tags][]=b",
    ],
  ])("reads a query %s", (_, query) => {
    const event = parseWebhook(query);
    expect(event.data).toEqual({
      event_type: "call.hangup",
      id: "1",
      record_type: "event",
      payload: { from: "+1", tags: ["a", "b"] },
    });
  });

  it.each<[string, string, object]>([
    ["keeps the last of a value that comes twice", "[a]=1&payload[a]=2", { a: "2" }],
    ["makes a list of a key that ends in brackets, though it stands there once", "[a][]=1", { a: ["1"] }],
    [
      "puts an object where a text or a list stood",
      "[a]=1&payload[a][b]=2&payload[c][]=1&payload[c][d]=2",
      {
        a: { b: "2" },
        c: { d: "2" },
      },
    ],
    ["goes as far down as the key does", "[a][b][c]=1&payload[a][b][d]=2", { a: { b: { c: "1", d: "2" } } }],
  ])("%s in a query", (_, query, payload) => {
    const event = parseWebhook(`event_type=call.hangup&id=1&payload${query}`);
    expect(JSON.parse(JSON.stringify(event.data.payload))).toEqual(payload);
  });

  it.each(["__proto__", "constructor", "prototype"])("lets no key of a query reach %s", (name) => {
    const query = `event_type=call.hangup&id=1&payload[a]=1&${name}[polluted]=1&payload[${name}][polluted]=1&${name}[prototype][polluted]=1`;
    parseWebhook(query);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect((Object as unknown as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it.each([
    ["", "not JSON"],
    ["<html>", "not JSON"],
    ['<html lang="en"><body class="a">', "not JSON"],
    ["no = query", "not JSON"],
    ["null", "not an object"],
    ["{", "not JSON"],
    ["[]", "not an object"],
    ["{}", "event_type"],
    ['{"data":{"event_type":7}}', "event_type"],
    ['{"data":{"event_type":"call.hangup","id":"1","payload":[]}}', "no payload"],
    ["CallSid=1&CallStatus=completed", "parseTexmlCallback"],
  ])("refuses %j", (body, reason) => {
    expect(() => parseWebhook(body)).toThrow(WebhookParseError);
    expect(() => parseWebhook(body)).toThrow(reason);
    expect(() => parseWebhook(body)).toThrow(expect.objectContaining({ name: "WebhookParseError" }));
  });

  it("refuses bytes that are not UTF-8, and says nothing of the body", () => {
    expect(() => parseWebhook(new Uint8Array([0x7b, 0xff]))).toThrow("UTF-8");
    expect(() => parseWebhook('{"secret": 12')).not.toThrow(/secret/);
  });
});

describe("parseTexmlCallback", () => {
  it("reads a form", () => {
    const form = "CallSid=v3%3A1&CallStatus=in+progress&From=%2B13125550100&__proto__=x";
    const callback = parseTexmlCallback(new TextEncoder().encode(form));
    expect({ ...callback }).toEqual(
      Object.assign(JSON.parse('{"__proto__":"x"}'), {
        kind: "unknown",
        CallSid: "v3:1",
        CallStatus: "in progress",
        From: "+13125550100",
      }),
    );
    expect(callback["toString"]).toBeUndefined();
  });
});
