import { describe, expect, it, vi } from "vitest";
import type { Middleware, MiddlewareContext } from "../src/index.ts";
import { busy, dial, failureOf, ok, reply, startServer, useServer } from "./loopback.ts";

const room = useServer();
const queryOf = (url: string) => Object.fromEntries(new URL(url, room.origin).searchParams);

describe("extraQuery", () => {
  it("goes beside what the call has as its query, on every page", async () => {
    const page = (number: number) => reply(200, { data: [1], meta: { page_number: number, total_pages: 2 } });
    room.answers(page(1), page(2));
    const list = room
      .client()
      .queues.list({ page: { size: 1 } } as object, { extraQuery: { filter: { state: "on" }, "page[size]": 2 } });
    expect((await list.all()).length).toBe(2);
    expect(room.requests.map(({ url }) => queryOf(url))).toEqual([
      { "page[size]": "2", "filter[state]": "on" },
      { "page[size]": "2", "filter[state]": "on", "page[number]": "2" },
    ]);
  });

  it("goes beside a body, and beside the query of a request", async () => {
    await room.client().calls.dial(dial, { extraQuery: { region: "US" } });
    await room.client().request("GET", "/anything", { query: { a: 1 }, extraQuery: { b: 2 } });
    expect(room.requests.map(({ url }) => queryOf(url))).toEqual([{ region: "US" }, { a: "1", b: "2" }]);
  });
});

describe("the key of a call", () => {
  it.each([
    ["a text", "OTHER"],
    ["a function", async () => "OTHER"],
  ])("stands in place of the client's: %s", async (_, apiKey) => {
    for (const options of [{}, { apiKey: () => "KEY123" }]) {
      const client = room.client(options);
      await client.queues.list(undefined, { apiKey });
      expect(room.last.headers["authorization"]).toBe("Bearer OTHER");
      await client.queues.list();
      expect(room.last.headers["authorization"]).toBe("Bearer KEY123");
    }
  });

  it("must be able to stand in a header", async () => {
    const error = await failureOf(room.client().queues.list(undefined, { apiKey: "Bearer KEY" }));
    expect(error).toMatchObject({ name: "TelnyxError", message: expect.stringContaining("begins with Bearer") });
    expect(room.requests).toEqual([]);
  });
});

describe("what middleware knows of a call", () => {
  it("is the number of the attempt, what its attempts have in common, and how long ago the first began", async () => {
    const seen: MiddlewareContext["params"]["call"][] = [];
    const watch: Middleware = {
      onRequest: ({ params }) => void seen.push(params.call),
      onResponse: ({ params }) => void seen.push(params.call),
    };
    const client = room.client({ middleware: [watch] });
    room.answers(reply(503, "", { "retry-after-ms": "50" }), ok);
    await client.calls.dial(dial);
    await client.queues.list();
    expect(seen.map((call) => call?.attempt)).toEqual([1, 1, 2, 2, 1, 1]);
    const [first, , second, , other] = seen;
    expect(first?.id).toMatch(/^\w{8,}$/);
    expect(second?.id).toBe(first?.id);
    expect(other?.id).not.toBe(first?.id);
    expect([(first?.elapsed ?? 9) < 5, (second?.elapsed ?? 0) > 45, (second?.elapsed ?? 0) < 5000]).toEqual([
      true,
      true,
      true,
    ]);
    await client.http.GET("/queues");
    expect(seen.at(-1)).toBeUndefined();
  });
});

describe("a signal", () => {
  it("of many calls is listened to once, and nothing is printed", async () => {
    const warn = vi.fn();
    process.on("warning", warn);
    const { signal } = new AbortController();
    const client = room.client();
    const listen = vi.spyOn(signal, "addEventListener");
    await Promise.all(Array.from({ length: 30 }, () => client.calls.retrieveStatus("1", { signal })));
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.off("warning", warn);
    expect(warn).not.toHaveBeenCalled();
    expect(new Set(listen.mock.calls.map(([, listener]) => listener)).size).toBe(1);
  });

  it("aborts all calls that have it", async () => {
    room.answers(() => {});
    const controller = new AbortController();
    const calls = Array.from({ length: 12 }, () =>
      failureOf(room.client().calls.retrieveStatus("1", { signal: controller.signal })),
    );
    setTimeout(() => controller.abort(), 50);
    expect((await Promise.all(calls)).map((error) => (error as Error).name)).toEqual(Array(12).fill("AbortError"));
  });
});

describe("a call that has to wait", () => {
  it("sends what it was given, not what became of it", async () => {
    const client = room.client();
    room.answers(reply(429, "", { "retry-after-ms": "100" }), ok);
    const first = client.queues.list();
    first.catch(() => {});
    while (room.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const body = { ...dial, custom_headers: [{ name: "X-A", value: "1" }] };
    const call = client.calls.dial(body);
    body.to = "+13125559999";
    body.custom_headers.length = 0;
    await Promise.all([first, call]);
    const sent = room.requests.find(({ method }) => method === "POST");
    expect(JSON.parse(sent?.body ?? "")).toMatchObject({ to: dial.to, custom_headers: [{ name: "X-A", value: "1" }] });
  });
});

describe("the file of a recording", () => {
  const sound = reply(200, "sound", { "content-type": "audio/mpeg" });

  it("is fetched from where its address leads, with the query as it is, and without what is the client's own", async () => {
    const other = await startServer(() => sound);
    for (const options of [{}, { apiKey: () => "KEY123" }]) {
      const client = room.client({ headers: { "x-internal": "1" }, ...options });
      const address = `${other.origin}/a%20b/call.mp3?X-Amz-Signature=ab%2Fc&empty=`;
      const response = await client.recordings.download(address, { headers: { "x-call": "1" } });
      expect(await response.text()).toBe("sound");
      const { url, headers, method } = other.requests.at(-1) ?? {};
      expect([method, url]).toEqual(["GET", "/a%20b/call.mp3?X-Amz-Signature=ab%2Fc&empty="]);
      expect([headers?.authorization, headers?.["x-internal"], headers?.["x-call"]]).toEqual([
        undefined,
        undefined,
        "1",
      ]);
    }
    await other.close();
  });

  it("is fetched without the key of the call, too", async () => {
    const other = await startServer(() => sound);
    await (await room.client().recordings.download(`${other.origin}/call.mp3`, { apiKey: "OTHER" })).text();
    expect(other.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    await (await room.client().recordings.download(`${room.origin}/v2/file`, { apiKey: "OTHER" })).text();
    expect(room.last.headers.authorization).toBe("Bearer OTHER");
    await other.close();
  });

  it("has the key where it lies at the client's own address", async () => {
    room.answers(sound);
    await (await room.client().recordings.download(new URL(`${room.origin}/v2/file`))).text();
    expect(room.last).toMatchObject({ url: "/v2/file", headers: { authorization: "Bearer KEY123" } });
  });

  it("is asked for again where that failed, and can be aborted while it is read", async () => {
    room.answers(busy, (_, response) => {
      response.writeHead(200).write("so");
    });
    const controller = new AbortController();
    const response = await room.client().recordings.download(`${room.origin}/file`, { signal: controller.signal });
    expect(room.requests.length).toBe(2);
    controller.abort();
    await expect(response.text()).rejects.toThrow();
  });

  it.each([
    ["a query", "?X-Amz-Signature=SECRET"],
    ["none", ""],
  ])("is no more where the address has expired: the error says so, and shows no signature (%s)", async (_, query) => {
    const other = await startServer(() =>
      reply(403, "<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>"),
    );
    const error = await failureOf(room.client().recordings.download(`${other.origin}/call.mp3${query}`));
    expect(error).toMatchObject({
      name: "PermissionDeniedError",
      message: `403 GET /call.mp3: the address has expired: ask for a new one (at ${other.origin})`,
      baseUrl: other.origin,
    });
    expect(JSON.stringify(error)).not.toContain("SECRET");
    await other.close();
  });

  it("is an error like any other where it is not there", async () => {
    const other = await startServer(() => reply(404, "<Error/>"));
    expect(await failureOf(room.client().recordings.download(`${other.origin}/call.mp3`))).toMatchObject({
      message: `404 GET /call.mp3: Not Found (at ${other.origin})`,
    });
    await other.close();
  });
});
