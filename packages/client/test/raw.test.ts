import { describe, expect, it, vi } from "vitest";
import type { TelnyxVoice } from "../src/index.ts";
import { busy, dial, failureOf, half, ok, reply, silence, useServer } from "./loopback.ts";

const room = useServer();
const data = { call_control_id: "v3:abc" };
const answered = reply(200, { data }, { "x-request-id": "8f3a" });

describe("the promise of a call", () => {
  const start = () => room.client().calls.dial(dial);

  it.each<[string, (call: ReturnType<typeof start>) => Promise<unknown>]>([
    ["await", async (call) => await call],
    ["then", (call) => call.then((value) => value)],
    ["then without a function", (call) => call.then()],
    ["then with one for failures alone", (call) => call.then(undefined, () => "failed")],
    ["then with null", (call) => call.then(null)],
    ["catch", (call) => call.catch(() => "failed")],
    ["finally", (call) => call.finally(() => {})],
    ["Promise.all", async (call) => (await Promise.all([call]))[0]],
    ["Promise.race", (call) => Promise.race([call])],
    ["Promise.resolve", (call) => Promise.resolve(call)],
    ["an async function", (call) => (async () => call)()],
  ])("gives the answer by %s", async (_, by) => {
    expect(await by(start())).toEqual({ data });
  });

  it.each<[string, (call: ReturnType<typeof start>) => Promise<unknown>]>([
    ["catch", (call) => call.catch((error) => error)],
    ["then", (call) => call.then(undefined, (error) => error)],
    ["finally", (call) => failureOf(call.finally(() => {}))],
    ["withResponse", (call) => failureOf(call.withResponse())],
    ["asResponse", (call) => failureOf(call.asResponse())],
  ])("gives the failure by %s", async (_, by) => {
    room.answers(reply(404, {}));
    expect(await by(start())).toMatchObject({ status: 404 });
  });

  it("gives the answer as often as it is asked, of one request", async () => {
    const call = start();
    expect(await Promise.all([call, call])).toEqual([{ data }, { data }]);
    expect(await call).toEqual({ data });
    expect(room.requests.length).toBe(1);
  });

  it("is a Promise, and what is made of it is a plain one", () => {
    const call = start();
    expect(call).toBeInstanceOf(Promise);
    expect(call.then().constructor).toBe(Promise);
    expect(call.finally().constructor).toBe(Promise);
    return call;
  });

  it("sends without being awaited", async () => {
    start();
    await vi.waitFor(() => expect(room.requests.length).toBe(1), { timeout: 10_000 });
  });
});

describe("withResponse", () => {
  it("gives the answer, the response and the request id", async () => {
    room.answers(answered);
    const { data: answer, response, requestId } = await room.client().calls.dial(dial).withResponse();
    expect(answer).toEqual({ data });
    expect([response.status, response.headers.get("x-request-id"), requestId]).toEqual([200, "8f3a", "8f3a"]);
  });

  it("gives the first page of a list", async () => {
    room.answers(reply(200, { data: [1] }));
    const { data: page, requestId } = await room.client().queues.list().withResponse();
    expect([page, requestId]).toEqual([{ data: [1] }, undefined]);
  });
});

describe("asResponse", () => {
  it("gives the response with its body unread", async () => {
    room.answers(busy, reply(200, '{"data": {}} trailing'));
    const response = await room.client().calls.dial(dial).asResponse();
    expect(response.bodyUsed).toBe(false);
    expect(await response.text()).toBe('{"data": {}} trailing');
  });

  it("covers the time up to the headers", async () => {
    room.answers(half("stop"));
    const response = await room.client().calls.dial(dial, { timeout: 400 }).asResponse();
    await new Promise((done) => setTimeout(done, 600));
    expect(response.status).toBe(200);
    await response.body?.cancel();
    room.answers(silence);
    const late = room.client().calls.dial(dial, { timeout: 20, maxRetries: 0 }).asResponse();
    expect(await failureOf(late)).toMatchObject({ name: "TimeoutError" });
  });

  it("says so where it comes too late", async () => {
    const call = room.client().calls.dial(dial);
    await call;
    expect(await failureOf(call.asResponse())).toMatchObject({ message: expect.stringMatching(/too late/) });
  });

  it("can be asked for twice", async () => {
    const call = room.client().calls.dial(dial);
    expect(await call.asResponse()).toBe(await call.asResponse());
  });
});

describe("client.request", () => {
  it.each<[string, Parameters<TelnyxVoice["request"]>, object]>([
    [
      "a query",
      ["GET", "/phone_numbers", { query: { page: { size: 5 } } }],
      { url: "/v2/phone_numbers?page%5Bsize%5D=5" },
    ],
    ["a body", ["POST", "/new", { body: { a: 1 } }], { method: "POST", body: '{"a":1}' }],
    [
      "a query beside a body",
      ["put", "/new", { body: [], query: { a: 1 } }],
      { method: "PUT", url: "/v2/new?a=1", body: "[]" },
    ],
    ["extra fields", ["PATCH", "/new", { body: { a: 1 }, extraBody: { b: 2 } }], { body: '{"a":1,"b":2}' }],
    ["a body that is false", ["POST", "/new", { body: false }], { body: "false" }],
    ["a body that is an empty text", ["POST", "/new", { body: "" }], { body: '""' }],
    ["headers", ["DELETE", "/new", { headers: { "x-a": "1" } }], { headers: expect.objectContaining({ "x-a": "1" }) }],
  ])("sends %s", async (_, args, want) => {
    await room.client().request(...args);
    expect(room.last).toMatchObject(want);
    expect(room.last.headers["authorization"]).toBe("Bearer KEY123");
  });

  it.each([
    ["JSON", reply(200, { a: 1 }), { a: 1 }],
    ["a text", reply(200, "plain"), "plain"],
    ["nothing", reply(204), undefined],
    ["nothing, with 200", reply(200, ""), undefined],
  ])("gives %s", async (_, answer, want) => {
    room.answers(answer);
    expect(await room.client().request("GET", "/anything")).toEqual(want);
  });

  it("fails, retries and gives the response as other calls do", async () => {
    room.answers(busy, reply(404, { errors: [{ title: "Not found" }] }));
    expect(await failureOf(room.client().request("GET", "/anything"))).toMatchObject({
      message: `404 GET /anything: Not found (at ${room.origin}/v2)`,
    });
    room.answers(answered);
    expect((await room.client().request("GET", "/anything").withResponse()).requestId).toBe("8f3a");
  });

  it("takes no path with parameters, which nothing fills", async () => {
    expect(await failureOf(room.client().request("GET", "/queues/{queue_name}"))).toMatchObject({
      name: "TelnyxError",
      message: "GET /queues/{queue_name}: `queue_name` must be an id, not undefined",
    });
    expect(room.requests.length).toBe(0);
  });

  it.each([["phone_numbers"], ["@evil.example/"], [".evil.example/"], ["https://evil.example/"], [""]])(
    "takes no path that leads to another server: %j",
    async (path) => {
      const sent: string[] = [];
      const client = room.client({
        baseUrl: "https://api.test",
        fetch: async ({ url }) => {
          sent.push(url);
          return Response.json({});
        },
      });
      expect(await failureOf(client.request("GET", path))).toMatchObject({
        message: expect.stringMatching(/begin with/),
      });
      expect(sent).toEqual([]);
    },
  );
});

describe("client.http", () => {
  it("gives results in place of exceptions, by paths", async () => {
    room.answers(answered, reply(404, { errors: [{ title: "Not found" }] }));
    const { http } = room.client();
    const placed = await http.POST("/calls", { body: dial });
    expect(placed.data).toEqual({ data });
    const params = { path: { call_control_id: "v3:a/b" } };
    const { error, response } = await http.GET("/calls/{call_control_id}", { params });
    expect([error, response.status]).toEqual([{ errors: [{ title: "Not found" }] }, 404]);
    expect(room.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST /v2/calls",
      "GET /v2/calls/v3%3Aa%2Fb",
    ]);
    for (const { headers } of room.requests) {
      expect(headers).toMatchObject({
        authorization: "Bearer KEY123",
        "user-agent": expect.stringMatching(/^telnyx-voice/),
      });
    }
  });

  it("makes one attempt", async () => {
    room.answers(busy, ok);
    expect((await room.client().http.GET("/queues")).response.status).toBe(503);
    expect(room.requests.length).toBe(1);
  });

  it("writes queries as Telnyx reads them", async () => {
    await room.client().http.GET("/call_events", { params: { query: { filter: { occurred_at: { gte: "2026" } } } } });
    expect(room.last.url).toBe("/v2/call_events?filter%5Boccurred_at%5D%5Bgte%5D=2026");
  });
});
