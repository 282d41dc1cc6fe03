import { describe, expect, it } from "vitest";
import type { ListPromise } from "../src/index.ts";
import { clientOperations } from "./contract.ts";
import { type Answer, failureOf, type RecordedRequest, reply, useServer } from "./loopback.ts";

const room = useServer();
const lists = clientOperations().filter(({ pages }) => pages);
const queryOf = ({ url }: RecordedRequest) => Object.fromEntries(new URL(url, room.origin).searchParams);
const queries = () => room.requests.map(queryOf);

/** Three pages with five items, as each way of paging has them on the wire. */
const servers: Record<string, (items: string) => Answer> = {
  number: (items) => (request, response) => {
    const number = Number(queryOf(request)["page[number]"] ?? 1);
    const meta = { page_number: number, total_pages: 3, page_size: 2, total_results: 5 };
    reply(200, { [items]: slice(number), meta })(request, response);
  },
  cursor: (items) => (request, response) => {
    const number = Number(queryOf(request)["page[after]"]?.slice(1) ?? 1);
    const cursors = { before: `c${number - 1}`, after: number < 3 ? `c${number + 1}` : "" };
    reply(200, { [items]: slice(number), meta: { cursors, total_items: 5 } })(request, response);
  },
  uri: (items) => (request, response) => {
    const { Page = "0" } = queryOf(request);
    const number = Number(Page);
    const next = `/v2/texml/Accounts/1/Calls.json?Page=${number + 1}&PageSize=2&PageToken=t${number}`;
    const page = { [items]: slice(number + 1), page: number, next_page_uri: number < 2 ? next : null };
    reply(200, page)(request, response);
  },
};
const slice = (number: number) => [1, 2, 3, 4, 5].slice((number - 1) * 2, number * 2).map((id) => ({ id }));
const all = [1, 2, 3, 4, 5];

/** Calls a list operation by the name of its method. */
function call(name: string, ...input: unknown[]): ListPromise<Record<string, unknown>, string> {
  const way = name.split(".");
  const resource = way.slice(0, -1).reduce<unknown>((node, key) => (node as never)[key], room.client());
  const { path = "" } = lists.find((list) => list.name === name) ?? {};
  const ids = Array.from({ length: path.split("{").length - 1 }, (_, index) => `id${index}`);
  return (resource as Record<string, (...args: unknown[]) => never>)[way.at(-1) ?? ""]?.(...ids, ...input) as never;
}

describe("every list", () => {
  it("is one that ends by itself", () => {
    const named = clientOperations().filter(({ name }) => /(^|\.)list\w*$/.test(name));
    expect(lists.length).toBeGreaterThan(0);
    expect(lists).toEqual(named);
    expect(new Set(lists.map(({ pages }) => pages))).toEqual(new Set(["number", "cursor", "uri"]));
  });

  it.each(lists)("$name ends after its three pages ($pages)", async ({ name, pages = "", items = "" }) => {
    room.answers((servers[pages] as (typeof servers)["number"])(items));
    const ids: unknown[] = [];
    for await (const item of call(name)) ids.push((item as { id: number }).id);
    expect(ids).toEqual(all);
    expect(room.requests.length).toBe(3);
    expect(new Set(room.requests.map(({ url }) => url.split("?")[0])).size).toBe(1);
  });
});

describe("what is sent for the further pages", () => {
  it.each<[string, string, object, object[]]>([
    [
      "an object for the page",
      "recordings.list",
      { page: { number: 1, size: 2 }, filter: { created_at: { gte: "2026-01-01" } } },
      [
        { "page[number]": "1", "page[size]": "2", "filter[created_at][gte]": "2026-01-01" },
        { "page[number]": "2", "page[size]": "2", "filter[created_at][gte]": "2026-01-01" },
        { "page[number]": "3", "page[size]": "2", "filter[created_at][gte]": "2026-01-01" },
      ],
    ],
    [
      "keys with brackets",
      "queues.list",
      { "page[number]": 2, "page[size]": 2 },
      [
        { "page[number]": "2", "page[size]": "2" },
        { "page[number]": "3", "page[size]": "2" },
      ],
    ],
    ["no parameter of the contract's", "media.list", {}, [{}, { "page[number]": "2" }, { "page[number]": "3" }]],
    [
      "a cursor, in place of what led to the first page",
      "connections.listActiveCalls",
      { page: { number: 1, before: "x", limit: 2 } },
      [
        { "page[number]": "1", "page[before]": "x", "page[limit]": "2" },
        { "page[after]": "c2", "page[limit]": "2" },
        { "page[after]": "c3", "page[limit]": "2" },
      ],
    ],
    [
      "a cursor without a parameter of the contract's",
      "recordingTranscriptions.list",
      {},
      [{}, { "page[after]": "c2" }, { "page[after]": "c3" }],
    ],
    [
      "the query of an address",
      "texml.accounts.calls.list",
      { PageSize: 2, Status: "completed" },
      [
        { PageSize: "2", Status: "completed" },
        { Page: "1", PageSize: "2", PageToken: "t0", Status: "completed" },
        { Page: "2", PageSize: "2", PageToken: "t1", Status: "completed" },
      ],
    ],
  ])("is %s", async (_, name, query, want) => {
    const { pages = "", items = "" } = lists.find((list) => list.name === name) ?? {};
    room.answers((servers[pages] as (typeof servers)["number"])(items));
    await call(name, query).all();
    expect(queries()).toEqual(want);
  });

  it("goes to the client's server, whatever the address says", async () => {
    const next = "https://evil.example/v2/texml/Accounts/1/Calls.json?Page=1";
    room.answers(reply(200, { calls: [1], next_page_uri: next }), reply(200, { calls: [2] }));
    expect(await call("texml.accounts.calls.list").all()).toEqual([1, 2]);
    expect(room.last.url).toBe("/v2/texml/Accounts/id0/Calls?Page=1");
    expect(room.last.headers["authorization"]).toBe("Bearer KEY123");
  });
});

describe("the ways to walk", () => {
  const start = () => {
    room.answers((servers["number"] as (typeof servers)["number"])("data"));
    return room.client().queues.list();
  };

  it("gives the first page when awaited", async () => {
    const { data, meta } = await start();
    expect([data?.length, meta?.total_pages, room.requests.length]).toEqual([2, 3, 1]);
  });

  it("gives pages", async () => {
    const sizes: unknown[] = [];
    for await (const page of start().pages()) sizes.push(page.data?.length);
    expect(sizes).toEqual([2, 2, 1]);
  });

  it("gives the first item, with one request", async () => {
    expect(await start().first()).toEqual({ id: 1 });
    expect(room.requests.length).toBe(1);
  });

  it.each([
    [undefined, 5, 3],
    [0, 0, 0],
    [1, 1, 1],
    [2, 2, 1],
    [3, 3, 2],
    [100, 5, 3],
    [-1, 0, 0],
  ])("gives up to %j items: %i, with %i requests", async (limit, count, requests) => {
    expect((await start().all(limit === undefined ? undefined : { limit })).length).toBe(count);
    expect(room.requests.length).toBe(requests);
  });

  it("fetches nothing more once the walk is left", async () => {
    for await (const item of start()) if (item) break;
    expect(room.requests.length).toBe(1);
  });

  it("can be done again", async () => {
    const list = start();
    expect((await list.all()).length).toBe(5);
    expect((await list.all()).length).toBe(5);
    expect(room.requests.length).toBe(5);
  });

  it("stops at the caller's signal, between pages, too", async () => {
    room.answers((servers["number"] as (typeof servers)["number"])("data"));
    const controller = new AbortController();
    const walk = async () => {
      for await (const item of room.client().queues.list(undefined, { signal: controller.signal })) {
        if (item) controller.abort();
      }
    };
    expect(await failureOf(walk())).toMatchObject({ name: "AbortError" });
    expect(room.requests.length).toBe(1);
  });

  it("asks for nothing before it is walked, and then for what it was when it was made", async () => {
    room.answers(reply(200, { data: [] }));
    const query = { filter: { tag: "a" } };
    const list = room.client().recordings.list(query as object);
    const wrong = room.client().queues.list(undefined, { timeout: -1 });
    query.filter.tag = "b";
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(room.requests).toEqual([]);
    await list;
    expect(await list.all()).toEqual([]);
    expect(room.requests.map(({ url }) => url)).toEqual(["/v2/recordings?filter%5Btag%5D=a"]);
    expect(await failureOf(wrong)).toMatchObject({ name: "TelnyxError" });
  });
});

it("fails by an error of the client's where the items are no list", async () => {
  room.answers(reply(200, { data: { 0: 1 } }));
  const error = await failureOf(room.client().queues.list().all());
  expect(error).toMatchObject({ name: "TelnyxError", message: "The answer's `data` is no list" });
});

describe("the end", () => {
  it.each<[string, string, object]>([
    ["no meta", "queues.list", { data: [1] }],
    ["null for meta", "queues.list", { data: [1], meta: null }],
    ["an empty meta", "queues.list", { data: [1], meta: {} }],
    ["no page at all", "queues.list", { data: [1], meta: { page_number: 1, total_pages: 0 } }],
    ["no meta beside a cursor's items", "connections.listActiveCalls", { data: [1] }],
    ["null for meta beside a cursor's items", "connections.listActiveCalls", { data: [1], meta: null }],
    ["no cursors", "connections.listActiveCalls", { data: [1], meta: {} }],
    ["null for the cursors", "connections.listActiveCalls", { data: [1], meta: { cursors: null } }],
    ["null for the cursor", "connections.listActiveCalls", { data: [1], meta: { cursors: { after: null } } }],
    [
      "a cursor, but no next page",
      "recordingTranscriptions.list",
      { data: [1], meta: { cursors: { after: "c" }, next: null } },
    ],
    ["an empty address", "texml.accounts.calls.list", { calls: [1], next_page_uri: "" }],
    ["an address without a query", "texml.accounts.calls.list", { calls: [1], next_page_uri: "/v2/texml" }],
  ])("is where there is %s", async (_, name, page) => {
    room.answers(reply(200, page));
    expect(await call(name).all()).toEqual([1]);
    expect(room.requests.length).toBe(1);
  });

  it.each([[{ data: null }], [{}], [[]]])("is an empty list for the page %j", async (page) => {
    room.answers(reply(200, page));
    expect(await call("queues.list").all()).toEqual([]);
    expect(await call("queues.list").first()).toBeUndefined();
  });

  it("comes after pages that do not say their number", async () => {
    room.answers(reply(200, { data: [1], meta: { total_pages: 3 } }));
    expect(await call("queues.list").all()).toEqual([1, 1, 1]);
  });

  it("comes after empty pages", async () => {
    const page = (data: unknown[], after?: string) => reply(200, { data, meta: { cursors: { after } } });
    room.answers(page([], "a"), page([], "b"), page([7]));
    expect(await call("connections.listActiveCalls").first()).toBe(7);
  });
});

describe("a server that goes round in circles", () => {
  const cursor = (id: number, after: string) => reply(200, { data: [id], meta: { cursors: { after } } });
  it.each<[string, string, Answer[], number[]]>([
    ["the same page number", "queues.list", [reply(200, { data: [1], meta: { page_number: 1, total_pages: 9 } })], [1]],
    ["the same cursor", "connections.listActiveCalls", [cursor(1, "a")], [1]],
    ["cursors in turn", "connections.listActiveCalls", [cursor(1, "a"), cursor(2, "b"), cursor(3, "a")], [1, 2]],
    ["the same address", "texml.accounts.queues.list", [reply(200, { queues: [1], next_page_uri: "/x?Page=1" })], [1]],
  ])("is an error, not a walk without end: %s", async (_, name, answers, want) => {
    room.answers(...answers);
    const seen: unknown[] = [];
    const walk = async () => {
      for await (const item of call(name)) seen.push(item);
    };
    expect(await failureOf(walk())).toMatchObject({ name: "TelnyxError", message: expect.stringMatching(/again/) });
    // An item is given once: what is done with it is not done again.
    expect(seen).toEqual(want);
  });
});
