import { createServer, type IncomingHttpHeaders } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Agent, type Dispatcher, ProxyAgent } from "undici";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fetch } from "../src/index.ts";
import { busy, dial, failureOf, ok, useServer } from "./loopback.ts";

const room = useServer();

/** What the documentation says: Node's own `fetch` with a dispatcher of undici's. */
const fetchThrough =
  (dispatcher: Dispatcher): Fetch =>
  (request, init) =>
    fetch(request, { ...init, dispatcher } as RequestInit);

let tunnels: { url: string | undefined; headers: IncomingHttpHeaders }[] = [];
let refuses = false;
const proxy = createServer();
proxy.on("connect", ({ url, headers }, socket) => {
  tunnels.push({ url, headers });
  if (refuses) return socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
  const [host, port] = url?.split(":") ?? [];
  const onward = connect(Number(port), host, () => socket.write("HTTP/1.1 200 Connection Established\r\n\r\n"));
  socket.pipe(onward).pipe(socket);
  socket.on("error", () => {}).on("close", () => onward.destroy());
  onward.on("error", () => {});
});

let agent: ProxyAgent;
beforeAll(() => new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening)));
beforeEach(() => {
  tunnels = [];
  refuses = false;
  const { port } = proxy.address() as AddressInfo;
  agent = new ProxyAgent({ uri: `http://127.0.0.1:${port}`, token: "Basic cHJveHk=" });
});
afterEach(() => agent.destroy());
afterAll(() => {
  proxy.closeAllConnections();
  proxy.close();
});

describe("a proxy", () => {
  it("is passed through by a fetch with its agent; it does not see the key", async () => {
    room.answers(busy, ok);
    const client = room.client({ fetch: fetchThrough(agent) });
    expect((await client.calls.dial(dial)).data.call_control_id).toBe("v3:abc");
    expect(room.requests.length).toBe(2);
    expect(room.last.headers["authorization"]).toBe("Bearer KEY123");
    expect(tunnels.map(({ url }) => url)).toEqual([new URL(room.origin).host]);
    expect(tunnels[0]?.headers["proxy-authorization"]).toBe("Basic cHJveHk=");
    expect(JSON.stringify(tunnels)).not.toContain("KEY123");
  });

  it("that refuses is a failed connection", async () => {
    refuses = true;
    const client = room.client({ maxRetries: 0, fetch: fetchThrough(agent) });
    expect(await failureOf(client.queues.list())).toMatchObject({
      name: "ConnectionError",
      message: expect.stringMatching(/^GET \/queues: the connection failed \(/),
    });
    expect(room.requests.length).toBe(0);
  });

  it("is let go of by an abort", async () => {
    const ended = new Promise((end) => room.answers((_, response) => response.on("close", end)));
    const client = room.client({ fetch: fetchThrough(agent) });
    const error = await failureOf(client.calls.dial(dial, { signal: AbortSignal.timeout(50) }));
    expect(error).toMatchObject({ name: "AbortError" });
    await ended;
  });
});

describe("an agent", () => {
  it("may limit the connections", async () => {
    const narrow = new Agent({ connections: 1 });
    const client = room.client({ fetch: fetchThrough(narrow) });
    await Promise.all(Array.from({ length: 5 }, () => client.queues.list()));
    const open = await new Promise((resolve) => room.server.getConnections((_error, count) => resolve(count)));
    expect([room.requests.length, open]).toEqual([5, 1]);
    await narrow.close();
  });
});
