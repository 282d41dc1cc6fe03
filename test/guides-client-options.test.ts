import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { TelnyxVoice } from "@telnyx-voice/client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GuidePrograms } from "./guides/guide-programs.ts";
import { installPeers, loadPeer, peersFolder } from "./webhooks/peers.ts";

const read = (path: string) => readFileSync(new URL(`../packages/${path}`, import.meta.url), "utf8");

/** The fields of an interface of the client. */
function fieldsOf(file: string, name: string): string[] {
  const [, body = ""] =
    new RegExp(`export interface ${name} \\{\\n(.*?)\\n\\}`, "s").exec(read(`client/src/${file}`)) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, field = ""]) => field).sort();
}

const inSource = {
  client: fieldsOf("options.ts", "TelnyxVoiceOptions"),
  call: fieldsOf("operation.ts", "RequestOptions"),
};

let programs: GuidePrograms;
let faults: string;
beforeAll(() => {
  installPeers();
  programs = new GuidePrograms(["client-options"], `${peersFolder}/node_modules`);
  faults = programs.compile(["client-options"], { rewriteRelativeImportExtensions: true });
}, 180_000);
afterAll(() => programs?.remove());

/** Plays Telnyx on loopback, and counts. */
class Counter {
  readonly #server: Server;
  readonly bodies: Record<string, unknown>[] = [];
  readonly requests: { readonly line: string; readonly headers: IncomingHttpHeaders }[] = [];
  readonly #now = { requests: 0, connections: 0 };
  /** The most at the same time. */
  readonly most = { requests: 0, connections: 0 };

  static async start(answer: RequestListener): Promise<Counter> {
    const started = new Counter(answer);
    await new Promise<void>((listening) => started.#server.listen(0, "127.0.0.1", listening));
    return started;
  }

  private constructor(answer: RequestListener) {
    this.#server = createServer(async (request, response) => {
      this.#count("requests", response);
      const { method, url, headers } = request;
      this.requests.push({ line: `${method} ${url}`, headers });
      let text = "";
      for await (const chunk of request) text += chunk;
      this.bodies.push(text === "" ? {} : JSON.parse(text));
      answer(request, response);
    }).on("connection", (socket) => this.#count("connections", socket));
  }

  #count(what: "requests" | "connections", thing: { on(event: "close", listener: () => void): unknown }): void {
    this.most[what] = Math.max(this.most[what], ++this.#now[what]);
    thing.on("close", () => this.#now[what]--);
  }

  /** How many requests are still open. */
  get underWay() {
    return this.#now.requests;
  }

  get host() {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get environment() {
    return { TELNYX_API_KEY: "KEY123", TELNYX_BASE_URL: `http://${this.host}/v2` };
  }

  stop = (): void => {
    this.#server.closeAllConnections();
    this.#server.close();
  };
}

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function start(answer: RequestListener): Promise<Counter> {
  const telnyx = await Counter.start(answer);
  stops.push(telnyx.stop);
  return telnyx;
}

async function run(file: string, environment: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const program = await programs.launch(`client-options/${file}`, environment, args);
  stops.push(program.stop);
  return { code: await program.ended, lines: program.printed().trim().split("\n") };
}

const ok: RequestListener = (_, response) => {
  response.setHeader("content-type", "application/json").end('{"data":{"call_control_id":"v3:1","result":"ok"}}');
};
const okAfter =
  (milliseconds: number): RequestListener =>
  (request, response) =>
    void setTimeout(ok, milliseconds, request, response);
const numbersOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `+1312555${String(index).padStart(4, "0")}`);

it("compiles strictly, against the packed packages", () => {
  expect(faults).toBe("");
});

describe.each(["en", "zh-CN"])("the page in %s", (language) => {
  const tables = read(`docs/guides/${language}/client-options.md`)
    .split("\n## ")
    .map((section) => [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = ""]) => name).sort())
    .filter((names) => names.length > 0);

  it("has every option, and no other", () => {
    expect(inSource.client).toEqual(expect.arrayContaining(["apiKey", "fetch", "timeout"]));
    expect(inSource.call).toEqual(expect.arrayContaining(["signal", "extraBody"]));
    expect(tables.slice(0, 2)).toEqual([inSource.client, inSource.call]);
  });
});

describe("dial-many.ts", () => {
  it("dials each number once, 20 at a time, on at most twice as many connections", async () => {
    const telnyx = await start(okAfter(50));
    const numbers = numbersOf(100);
    const { code, lines } = await run("dial-many.ts", telnyx.environment, numbers);
    expect(code).toBe(0);
    expect(lines.sort()).toEqual(numbers.map((number) => `${number} v3:1`));
    expect(telnyx.bodies.map(({ to }) => to).sort()).toEqual(numbers);
    expect(telnyx.most.requests).toBe(20);
    expect(telnyx.most.connections).toBeGreaterThanOrEqual(20);
    expect(telnyx.most.connections).toBeLessThanOrEqual(40);
  });

  it("goes on after a number that is refused", async () => {
    const telnyx = await start((request, response) => {
      if (telnyx.bodies.length !== 3) return ok(request, response);
      response
        .writeHead(422, { "content-type": "application/json" })
        .end('{"errors":[{"code":"10002","detail":"no"}]}');
    });
    const { lines } = await run("dial-many.ts", telnyx.environment, numbersOf(30));
    expect(lines).toHaveLength(30);
    expect(lines.filter((line) => line.endsWith(" v3:1"))).toHaveLength(29);
    expect(lines.filter((line) => line.includes("422 POST /calls"))).toHaveLength(1);
  });

  it("gets through a limit of 10 dials in a second, without an error", async () => {
    let [second, taken] = [0, 0];
    const dialled: unknown[] = [];
    const telnyx = await start((request, response) => {
      const now = Math.floor(Date.now() / 1000);
      [second, taken] = now === second ? [second, taken + 1] : [now, 1];
      if (taken > 10) return void response.writeHead(429, { "x-ratelimit-reset": "1" }).end();
      dialled.push(telnyx.bodies.at(-1)?.["to"]);
      ok(request, response);
    });
    const { lines } = await run("dial-many.ts", telnyx.environment, numbersOf(50));
    expect(lines.filter((line) => line.endsWith(" v3:1"))).toHaveLength(50);
    expect(dialled).toHaveLength(50);
  });
});

describe("all at once", () => {
  it("opens a connection for each call", async () => {
    const telnyx = await start(okAfter(200));
    const client = new TelnyxVoice({ apiKey: "KEY", baseUrl: `http://${telnyx.host}` });
    await Promise.all(numbersOf(100).map((number) => client.calls.actions.hangup(number)));
    expect(telnyx.most.requests).toBe(100);
    expect(telnyx.most.connections).toBeGreaterThanOrEqual(100);
  });
});

describe("serverless.ts", () => {
  type Handler = (event: { callControlId: string }, context: { getRemainingTimeInMillis(): number }) => Promise<string>;
  const invoke = async (telnyx: Counter, remaining: number) => {
    const { environment } = telnyx;
    Object.assign(process.env, environment);
    stops.push(() => {
      for (const name of Object.keys(environment)) delete process.env[name];
    });
    const { handler } = (await import(`${programs.folder}/client-options/serverless.js?${telnyx.host}`)) as {
      handler: Handler;
    };
    return handler({ callControlId: "v3:1" }, { getRemainingTimeInMillis: () => remaining });
  };

  it("hangs up", async () => {
    const telnyx = await start(ok);
    expect(await invoke(telnyx, 3_000)).toBe("hung up");
    expect(telnyx.requests.map(({ line }) => line)).toEqual(["POST /v2/calls/v3%3A1/actions/hangup"]);
  });

  it("is back before its time is over, whatever happens", async () => {
    const telnyx = await start(() => {});
    const begun = performance.now();
    expect(await invoke(telnyx, 800)).toBe("out of time, which says nothing about the call");
    expect(performance.now() - begun).toBeLessThan(800);
    expect(await invoke(telnyx, 100)).toBe("out of time, which says nothing about the call");
  });
});

describe("proxy.ts", () => {
  it("goes through the proxy, which does not see the key", async () => {
    const telnyx = await start((_, response) => {
      const meta = { total_items: 2, cursors: {} };
      response.setHeader("content-type", "application/json").end(JSON.stringify({ data: [{}, {}], meta }));
    });
    const tunnels: { readonly url: string | undefined; readonly headers: IncomingHttpHeaders }[] = [];
    const proxy = createServer().on("connect", ({ url, headers }, socket) => {
      tunnels.push({ url, headers });
      const onward = connect(Number(url?.split(":")[1]), "127.0.0.1", () => socket.write("HTTP/1.1 200 OK\r\n\r\n"));
      socket.pipe(onward).pipe(socket);
      for (const end of [socket, onward])
        end.on("error", () => {}).on("close", () => [socket, onward].map((one) => one.destroy()));
    });
    await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
    stops.push(() => proxy.close());
    const PROXY_URL = `http://user:password@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    expect(await run("proxy.ts", { ...telnyx.environment, PROXY_URL })).toEqual({ code: 0, lines: ["2 calls"] });
    expect(telnyx.requests[0]?.headers["authorization"]).toBe("Bearer KEY123");
    expect(tunnels.map(({ url }) => url)).toEqual([telnyx.host]);
    expect(tunnels[0]?.headers["proxy-authorization"]).toBe(`Basic ${btoa("user:password")}`);
    expect(JSON.stringify(tunnels)).not.toContain("KEY123");
  });
});

describe("connections.ts", () => {
  it("has ten connections for whatever is under way", async () => {
    const telnyx = await start(okAfter(30));
    const { lines } = await run("connections.ts", telnyx.environment, numbersOf(40));
    expect(lines).toEqual(["hung up 40"]);
    expect(telnyx.most).toEqual({ requests: 10, connections: 10 });
  });

  it("lets calls time out that wait for one", async () => {
    const { Agent } = loadPeer<{ Agent: new (options: object) => { destroy(): Promise<void> } }>("undici");
    const dispatcher = new Agent({ connections: 1 });
    stops.push(() => dispatcher.destroy());
    const telnyx = await start(okAfter(150));
    const client = new TelnyxVoice({
      apiKey: "KEY",
      baseUrl: `http://${telnyx.host}`,
      timeout: 400,
      maxRetries: 0,
      fetch: (request, init) => fetch(request, { ...init, dispatcher } as RequestInit),
    });
    const ends = await Promise.allSettled(numbersOf(6).map((number) => client.calls.actions.hangup(number)));
    expect(ends[0]?.status).toBe("fulfilled");
    expect(ends[5]).toMatchObject({ status: "rejected", reason: { name: "TimeoutError" } });
  });
});

describe("url-fetch.ts", () => {
  it("sends what the client does", async () => {
    const telnyx = await start((request, response) => {
      if (telnyx.requests.length === 1) return void response.writeHead(503, { "retry-after": "0" }).end();
      ok(request, response);
    });
    const line = "POST /v2/calls/v3%3A1/actions/hangup";
    expect(await run("url-fetch.ts", telnyx.environment)).toEqual({ code: 0, lines: [line, line] });
    expect(telnyx.requests.map((request) => request.line)).toEqual([line, line]);
    const [first, second] = telnyx.bodies;
    expect(first?.["command_id"]).toEqual(expect.any(String));
    expect(second).toEqual(first);
    const { authorization, "content-type": type, accept } = telnyx.requests[0]?.headers ?? {};
    expect({ authorization, type, accept }).toEqual({
      authorization: "Bearer KEY123",
      type: "application/json",
      accept: "application/json",
    });
  });

  it("follows no redirection of a command", async () => {
    const telnyx = await start((_, response) => void response.writeHead(307, { location: "/v2/elsewhere" }).end());
    const { code, lines } = await run("url-fetch.ts", telnyx.environment);
    expect(code).toBe(1);
    expect(lines.join("\n")).toContain("redirected to /v2/elsewhere, which is not followed");
    expect(telnyx.requests).toHaveLength(1);
  });

  it("ends the request that was given up", async () => {
    const telnyx = await start(() => {});
    const source = readFileSync(`${programs.folder}/client-options/url-fetch.js`, "utf8");
    const [, wrapper] = /(function takingRequests.*?\n\}\n)/s.exec(source) ?? [];
    const takingRequests = new Function(`return ${wrapper}`)() as (send: unknown) => never;
    const client = new TelnyxVoice({ apiKey: "KEY", baseUrl: `http://${telnyx.host}`, fetch: takingRequests(fetch) });
    const signal = AbortSignal.timeout(100);
    await expect(client.calls.actions.hangup("v3:1", {}, { signal })).rejects.toMatchObject({ name: "AbortError" });
    await sleep(50);
    expect(telnyx.requests).toHaveLength(1);
    expect(telnyx.underWay).toBe(0);
  });
});
