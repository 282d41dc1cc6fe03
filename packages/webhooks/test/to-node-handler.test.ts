import { EventEmitter } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, request } from "node:http";
import { connect, createServer as createHttp2Server } from "node:http2";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { toNodeHandler, type WebhookHandler } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";
import { fixture, sign } from "./webhook-fixture.ts";

/** Serves on loopback while something runs. */
async function serving<T>(listener: RequestListener, run: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`);
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

/** Serves a request that no server made, and gives the status of the answer. */
async function serve(handle: WebhookHandler, parts: object, incoming = new EventEmitter()): Promise<number> {
  const response = { statusCode: 0, setHeader: () => {}, end: () => {} };
  const request = { method: "POST", url: "/", headers: {}, readableEnded: false, destroyed: false, ...parts };
  await toNodeHandler(handle)(Object.assign(incoming, request), response);
  return response.statusCode;
}

const signed = async () => ({ method: "POST", ...(await sign(buildEvent("call.answered"))) });

describe("toNodeHandler", () => {
  it("serves node:http", async () => {
    const { handle } = fixture({ on: { default: () => {} } });
    await serving(toNodeHandler(handle), async (url) => {
      const handled = await fetch(url, await signed());
      expect([handled.status, handled.headers.get("connection")]).toEqual([200, "keep-alive"]);
      const get = await fetch(url);
      expect([get.status, get.headers.get("allow")]).toEqual([405, "POST"]);
      const forged = await fetch(url, { ...(await signed()), body: "{}" });
      expect([forged.status, await forged.text()]).toEqual([401, expect.stringContaining("signature")]);
    });
  });

  it("takes a body of 1 MiB, whose length is announced, and a GET that is signed over its query", async () => {
    const { handle } = fixture({ allowGet: true, on: { default: () => {} } });
    await serving(toNodeHandler(handle), async (url) => {
      const text = JSON.stringify(buildEvent("call.answered"));
      const whole = await sign(text.padEnd(1_048_576));
      expect((await fetch(url, { method: "POST", ...whole })).status).toBe(200);
      const query = "event_type=call_hangup&id=1&record_type=event&payload[from]=1";
      const { headers } = await sign(query);
      expect((await fetch(`${url}?${query}`, { headers })).status).toBe(200);
      expect((await fetch(`${url}?${query}`, { method: "HEAD", headers })).status).toBe(405);
    });
  });

  it("serves node:http2, whose headers are not all ones of the request", async () => {
    const { handle } = fixture({ on: { default: () => {} } });
    const server = createHttp2Server(toNodeHandler(handle) as never);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    try {
      const { headers, body } = await sign(buildEvent("call.answered"));
      const stream = session.request({ ":method": "POST", ":path": "/webhooks", ...headers }).end(body);
      const answer = await new Promise<{ ":status"?: number }>((resolve) => stream.on("response", resolve));
      expect(answer[":status"]).toBe(200);
    } finally {
      session.destroy();
      server.close();
    }
  });

  it("answers 413 to a sender that is still sending, and keeps nothing of it", async () => {
    const { handle } = fixture({ on: {} });
    await serving(toNodeHandler(handle), async (url) => {
      const { headers } = await signed();
      const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
      const response = await fetch(url, { method: "POST", headers, body, duplex: "half" } as RequestInit);
      expect([response.status, response.headers.get("connection")]).toEqual([413, "close"]);
      expect((await fetch(url, await signed())).status).toBe(200);
    });
  });

  it.each([
    [413, async () => ({ ...(await signed()).headers, "content-length": "2000000000" })],
    [401, async () => ({ "content-length": "1000" })],
    [401, async () => ({ ...(await signed()).headers, "content-length": "1000", "telnyx-timestamp": "" })],
  ])("answers %d at once, without the body that is announced", { timeout: 8_000 }, async (status, headers) => {
    const { handle } = fixture({ on: {} });
    await serving(toNodeHandler(handle), async (url) => {
      const sending = request(url, { method: "POST", headers: await headers() });
      sending.on("error", () => {}).flushHeaders();
      const answer = await new Promise<IncomingMessage>((resolve) => sending.on("response", resolve));
      expect([answer.statusCode, answer.headers.connection]).toEqual([status, "close"]);
      sending.destroy();
    });
  });

  it("drops a delivery that is aborted half-way, and serves the next", async () => {
    const { handle, lines } = fixture({ on: { default: () => expect.unreachable() } });
    await serving(toNodeHandler(handle), async (url) => {
      const { headers } = await signed();
      const sending = request(url, { method: "POST", headers: { ...headers, "content-length": 100 } });
      sending.on("error", () => {});
      sending.write("half");
      await sleep(20);
      sending.destroy();
      await sleep(20);
      expect((await fetch(url, { method: "PUT" })).status).toBe(405);
    });
    expect(lines).toEqual([]);
  });

  it("lets go of a request that is aborted, or too large, and of what still comes of it", async () => {
    const { handle } = fixture({ on: {} });
    const { headers } = await signed();
    const aborted = new EventEmitter();
    const abortion = serve(handle, { headers }, aborted);
    aborted.emit("close");
    const large = new EventEmitter();
    const refusal = serve(handle, { headers }, large);
    large.emit("data", new Uint8Array(1_048_577));
    large.emit("data", new Proxy({}, { get: () => expect.unreachable() }));
    expect([await abortion, await refusal]).toEqual([400, 413]);
  });

  it.each(["body", "rawBody"])("refuses a body that is too large, left as `%s`, too", async (name) => {
    const { handle } = fixture({ on: {} });
    const listener: RequestListener = (incoming, response) =>
      toNodeHandler(handle)(Object.assign(incoming, { [name]: "x".repeat(1_048_577) }), response);
    await serving(listener, async (url) => expect((await fetch(url, await signed())).status).toBe(413));
  });

  it("gives a handler the request when it asks for it", async () => {
    const requests: Request[] = [];
    const { handle } = fixture({ on: { default: (_event, { request }) => void requests.push(request) } });
    await serving(toNodeHandler(handle), async (url) => {
      await fetch(`${url}?tenant=7`, await signed());
      expect(requests.map(({ method, url: at }) => [method, at])).toEqual([
        ["POST", "http://localhost/webhooks?tenant=7"],
      ]);
      expect(requests[0]?.headers.get("telnyx-timestamp")).toMatch(/^\d+$/);
    });
  });

  it("serves a function of the user's that looks at the request first, and then passes it on", async () => {
    const { handle } = fixture({ on: { default: () => {} } });
    const texts: string[] = [];
    const wrapped = async (request: Request) => {
      texts.push(await request.clone().text());
      return handle(request);
    };
    await serving(toNodeHandler(wrapped), async (url) => {
      const delivery = await signed();
      expect((await fetch(url, delivery)).status).toBe(200);
      expect(texts).toEqual([delivery.body]);
      const { headers } = delivery;
      expect((await fetch(url, { method: "POST", headers, body: "x".repeat(1_048_577) })).status).toBe(413);
      expect((await fetch(url, { method: "POST", body: "unsigned" })).status).toBe(401);
    });
  });

  it("answers 400 at once to a request that broke, before or while it is read", { timeout: 8_000 }, async () => {
    const { handle } = fixture({ on: {} });
    const { headers } = await signed();
    const breaking = new EventEmitter();
    const broken = serve(handle, { headers }, breaking);
    breaking.emit("error", new Error("gone"));
    expect([await broken, await serve(handle, { headers, destroyed: true })]).toEqual([400, 400]);
    expect(await serve(handle, { url: "http://[" })).toBe(400);
  });

  it("hands on what there is of a request: its method, address and headers", async () => {
    const seen: unknown[] = [];
    const handle: WebhookHandler = async ({ method, url, headers }) => {
      seen.push([method, url, Object.fromEntries(headers)]);
      return new Response();
    };
    const headers = { "x-none": undefined, "x-one": "1", "x-two": ["a", "b"] };
    await serve(handle, { method: "PUT", url: "/webhooks?a=1", headers });
    await serve(handle, { method: undefined, url: undefined });
    await serve(handle, { method: "GET", url: "//webhooks?a=1" });
    await serve(handle, { method: "GET", url: "http://example.com/webhooks" });
    expect(seen).toEqual([
      ["PUT", "http://localhost/webhooks?a=1", { "x-one": "1", "x-two": "a, b" }],
      ["GET", "http://localhost/", {}],
      // No part of a path is a host, but an address, as proxies ask for, has one.
      ["GET", "http://localhost//webhooks?a=1", {}],
      ["GET", "http://example.com/webhooks", {}],
    ]);
  });

  it.each([
    ["body", "bytes"],
    ["body", "text"],
    ["rawBody", "bytes"],
    ["rawBody", "text"],
  ])("takes the raw body that a middleware left as `%s`: %s", async (name, form) => {
    const { handle } = fixture({ on: { default: () => {} } });
    const listener: RequestListener = async (incoming, response) => {
      const chunks = await incoming.toArray();
      // What a JSON parser left beside the raw body does not count.
      const parsed = name === "rawBody" ? { body: {} } : {};
      const bytes = Buffer.concat(chunks);
      const raw = form === "text" ? bytes.toString() : bytes;
      await toNodeHandler(handle)(Object.assign(incoming, { ...parsed, [name]: raw }), response);
    };
    await serving(listener, async (url) => expect((await fetch(url, await signed())).status).toBe(200));
  });

  it("answers 500 where a handler of the user's rejects", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const reject = async () => {
      throw new Error("no");
    };
    await serving(toNodeHandler(reject), async (url) => expect((await fetch(url, await signed())).status).toBe(500));
    expect(warn.mock.calls).toEqual([["webhook not handled: Error: no"]]);
    warn.mockRestore();
  });

  it("answers 408 to a body that does not come to its end", async () => {
    const { handle } = fixture({ on: {} });
    const { headers } = await signed();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    try {
      const slow = new EventEmitter();
      const served = serve(handle, { headers }, slow);
      slow.emit("data", new Uint8Array(1));
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await served).toBe(408);
    } finally {
      vi.useRealTimers();
    }
  });

  it("says so where a middleware has parsed the body", async () => {
    const { handle, errors } = fixture({ on: { default: () => {} } });
    const listener: RequestListener = async (incoming, response) => {
      const chunks = await incoming.toArray();
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      await toNodeHandler(handle)(Object.assign(incoming, { body }), response);
    };
    await serving(listener, async (url) => expect((await fetch(url, await signed())).status).toBe(500));
    const message = expect.stringContaining("put the handler before any JSON middleware");
    expect(errors).toEqual([expect.objectContaining({ code: "body-parsed", message })]);
  });
});
