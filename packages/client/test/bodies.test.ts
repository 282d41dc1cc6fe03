import { describe, expect, it } from "vitest";
import { clientOperations } from "./contract.ts";
import { dial, failureOf, reply, useServer } from "./loopback.ts";

const room = useServer();

describe("a body", () => {
  it("is JSON", async () => {
    await room.client().calls.dial({ ...dial, to: ["+1", "sip:é@e.com"], command_id: "c" });
    expect(room.last.headers["content-type"]).toBe("application/json");
    expect(JSON.parse(Buffer.from(room.last.body, "latin1").toString())).toEqual({
      ...dial,
      to: ["+1", "sip:é@e.com"],
      command_id: "c",
    });
  });

  it("has the fields that its type does not know", async () => {
    const extraBody = { new_field: { a: [1] }, queue_name: "other" };
    await room.client().queues.create({ queue_name: "support" }, { extraBody });
    expect(JSON.parse(room.last.body)).toEqual({ queue_name: "other", new_field: { a: [1] } });
  });

  it("is none with GET and DELETE, whatever is extra", async () => {
    const client = room.client();
    await client.calls.retrieveStatus("1", { extraBody: { a: 1 } });
    room.answers(reply(204));
    await client.queues.delete("1", { extraBody: { a: 1 } });
    for (const { body, headers } of room.requests) {
      expect(body).toBe("");
      expect(headers["content-type"]).toBeUndefined();
    }
  });

  it("may be empty", async () => {
    await room.client().conferences.actions.mute("1", {});
    expect(room.last.body).toBe("{}");
    await room.client().conferences.actions.mute("1");
    expect(room.last.body).toBe("{}");
  });

  it("is what it was when the call was made", async () => {
    const body = { queue_name: "before" };
    const sent = room.client().queues.create(body);
    body.queue_name = "after";
    await sent;
    expect(room.last.body).toBe('{"queue_name":"before"}');
  });

  it("stays as it is", async () => {
    const body = Object.freeze({ ...dial });
    await room.client().calls.dial(body, Object.freeze({ extraBody: Object.freeze({ a: 1 }) }));
    expect(Object.keys(body)).toEqual(Object.keys(dial));
  });

  it("that is no JSON fails before it is sent", async () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    for (const value of [circle, 1n]) {
      expect(await failureOf(room.client().calls.dial(dial, { extraBody: { value } }))).toMatchObject({
        name: "TelnyxError",
        message: expect.stringMatching(/^POST \/calls: ./),
        cause: expect.any(TypeError),
      });
    }
    expect(room.requests.length).toBe(0);
  });
});

describe("a form", () => {
  const forms = clientOperations().filter(({ body }) => body === "form");

  it("is what 12 operations of TeXML send", () => {
    expect(forms.length).toBe(12);
    expect(forms.every(({ path }) => path.startsWith("/texml/"))).toBe(true);
  });

  it.each(forms)("$name", async ({ name, path }) => {
    const way = name.split(".");
    const resource = way.slice(0, -1).reduce<unknown>((node, key) => (node as never)[key], room.client());
    const ids = Array.from({ length: path.split("{").length - 1 }, (_, index) => `id${index}`);
    const input = {
      Url: "https://e.com/a?b=c&d",
      Texts: ["é", "+"],
      Flag: false,
      Count: 2,
      Left: undefined,
      Out: null,
    };
    await (resource as Record<string, (...args: unknown[]) => Promise<unknown>>)[way.at(-1) ?? ""]?.(...ids, input);
    expect(room.last.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(room.last.body).toBe("Url=https%3A%2F%2Fe.com%2Fa%3Fb%3Dc%26d&Texts=%C3%A9&Texts=%2B&Flag=false&Count=2");
  });

  it("takes extra fields, too", async () => {
    await room.client().texml.accounts.queues.create("AC1", { FriendlyName: "a" }, { extraBody: { New: "b c" } });
    expect(room.last.body).toBe("FriendlyName=a&New=b+c");
  });
});

describe("a query", () => {
  it.each<[string, object, string[][]]>([
    [
      "nested filters",
      { filter: { occurred_at: { gte: "2026-01-01", lt: "2026-02-01" }, failed: true }, page: { size: 5 } },
      [
        ["filter[occurred_at][gte]", "2026-01-01"],
        ["filter[occurred_at][lt]", "2026-02-01"],
        ["filter[failed]", "true"],
        ["page[size]", "5"],
      ],
    ],
    [
      "lists",
      { filter: { type: ["a", "b"] } },
      [
        ["filter[type][]", "a"],
        ["filter[type][]", "b"],
      ],
    ],
    ["keys with dots", { filter: { "outbound.profile_id": "1" } }, [["filter[outbound.profile_id]", "1"]]],
    ["dates", { filter: { at: new Date(0) } }, [["filter[at]", "1970-01-01T00:00:00.000Z"]]],
    ["what means something in an address", { a: "1&b=2#c?d/e%f+g é" }, [["a", "1&b=2#c?d/e%f+g é"]]],
    ["nothing for what is left out", { a: undefined, b: null, c: {}, d: [] }, []],
  ])("has %s", async (_, query, want) => {
    await room.client().callEvents.list(query as never);
    expect([...new URL(room.last.url, room.origin).searchParams]).toEqual(want);
  });
});

describe("an id in the path", () => {
  it.each([
    ["v3:abc", "v3%3Aabc"],
    ["a/b", "a%2Fb"],
    ["../x", "..%2Fx"],
    ["...", "..."],
    ["%2e%2e", "%252e%252e"],
    ["a?b#c", "a%3Fb%23c"],
    ["é 名 😀", "%C3%A9%20%E5%90%8D%20%F0%9F%98%80"],
    ["$&{id}", "%24%26%7Bid%7D"],
    ["a\nb", "a%0Ab"],
  ])("%j is %s", async (id, want) => {
    await room.client().queues.calls.retrieve("q", id);
    expect(room.last.url).toBe(`/v2/queues/q/calls/${want}`);
  });

  it.each([[""], ["."], [".."], ["\ud800"], [undefined], [null], [5], [{}]])("cannot be %j", async (id) => {
    const message = `GET /queues/{queue_name}/calls/{call_control_id}: \`call_control_id\` must be an id, not ${JSON.stringify(id)}`;
    const error = await failureOf(room.client().queues.calls.retrieve("q", id as string));
    expect(error).toMatchObject({ name: "TelnyxError", message });
    expect(room.requests.length).toBe(0);
  });

  it("stands beside a field of its name", async () => {
    await room.client().calls.actions.bridge("first", { call_control_id: "second", command_id: "c" });
    expect(room.last.url).toBe("/v2/calls/first/actions/bridge");
    expect(JSON.parse(room.last.body)).toEqual({ call_control_id: "second", command_id: "c" });
  });
});
