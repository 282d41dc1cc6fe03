import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { download, isAddress, largestDownload, newestCommit } from "../../src/load/download.ts";
import type { Source } from "../../src/specs.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Server;
let address = "";
let requests: string[] = [];
let answers: Answer[] = [];

beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    requests.push(request.url ?? "");
    (answers[requests.length - 1] ?? answers.at(-1))?.(response, request);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const status =
  (code: number, text = ""): Answer =>
  (response) =>
    response.writeHead(code).end(text);

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Sends a text and then no more, without an end. */
const stall =
  (text: string): Answer =>
  (response) => {
    response.writeHead(200).write(text);
  };

describe("isAddress", () => {
  it.each([
    ["https://example.com/spec3.yml", true],
    ["HTTP://example.com", true],
    ["spec3.yml", false],
    ["./https://x", false],
    ["file:///etc/passwd", false],
    ["C:\\spec3.yml", false],
  ])("of %s is %s", (given, want) => {
    expect(isAddress(given)).toBe(want);
  });
});

describe("download", () => {
  it("gives the bytes with the address and the ETag", async () => {
    answers = [(response) => response.writeHead(200, { etag: 'W/"1"' }).end("öpenapi")];
    const { value, diagnostics } = await download(`${address}/a`);
    expect(diagnostics).toEqual([]);
    expect(value?.bytes.toString()).toBe("öpenapi");
    expect(value?.origin).toEqual({ url: `${address}/a`, etag: 'W/"1"' });
  });

  it("gives the address alone where there is no ETag", async () => {
    answers = [status(200, "text")];
    expect((await download(address)).value?.origin).toEqual({ url: address });
  });

  it("follows redirects", async () => {
    answers = [(response) => response.writeHead(302, { location: "/there" }).end(), status(200, "text")];
    expect((await download(`${address}/here`)).value?.bytes.toString()).toBe("text");
    expect(requests).toEqual(["/here", "/there"]);
  });

  it.each([404, 403, 400, 410, 206, 204])("asks once where the answer is %i", async (code) => {
    answers = [status(code, code === 204 ? "" : "no")];
    expect(await download(address)).toEqual({
      diagnostics: [
        {
          code: "source-unreadable",
          severity: "error",
          message: `The server answered with HTTP ${code}.`,
          fix: "Check the path or the address, and that the source can be reached.",
          file: address,
        },
      ],
    });
    expect(requests).toHaveLength(1);
  });

  it("asks three times where the answer is 500", async () => {
    answers = [status(500)];
    const { value, diagnostics } = await download(address);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["source-unreadable", "The download failed 3 times (HTTP 500)."],
    ]);
    expect(requests).toHaveLength(3);
  });

  it.each([
    { what: "a 503", first: status(503) },
    { what: "a 429", first: status(429) },
    { what: "a connection that breaks off", first: ((response) => response.destroy()) as Answer },
    {
      what: "half an answer",
      first: ((response) =>
        response.writeHead(200, { "content-length": 9 }).write("text", () => response.destroy())) as Answer,
    },
    { what: "silence", first: stall("te") },
  ])("asks again after $what", async ({ first }) => {
    answers = [first, status(200, "text")];
    const { value, diagnostics } = await download(address, undefined, 150);
    expect(diagnostics).toEqual([]);
    expect(value?.bytes.toString()).toBe("text");
    expect(requests).toHaveLength(2);
  });

  it.each([
    { what: "not a byte", answer: () => {} },
    { what: "a few bytes and then none", answer: stall("text") },
  ])("gives up on a server that sends $what", async ({ answer }) => {
    answers = [answer];
    const { value, diagnostics } = await download(address, undefined, 50);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual(["The download failed 3 times (no byte for 0.05 s)."]);
    expect(requests).toHaveLength(3);
  });

  const document = Buffer.from("openapi: 3.1.0\n".repeat(50));
  const compressed = [
    { encoding: "gzip", bytes: gzipSync(document) },
    { encoding: "br", bytes: brotliCompressSync(document) },
    { encoding: "deflate", bytes: deflateSync(document) },
  ];
  const send =
    (encoding: string, bytes: Buffer): Answer =>
    (response) =>
      response.writeHead(200, { "content-encoding": encoding }).end(bytes);

  it.each(compressed)("decompresses $encoding", async ({ encoding, bytes }) => {
    answers = [send(encoding, bytes)];
    expect((await download(address)).value?.bytes.toString()).toBe(document.toString());
  });

  it.each(compressed)("takes no $encoding whose end is missing", async ({ encoding, bytes }) => {
    answers = [send(encoding, bytes.subarray(0, -5))];
    const { value, diagnostics } = await download(address);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "The download failed 3 times (the compressed body has no end).",
    ]);
  });

  it("takes no encoding that it does not know", async () => {
    answers = [send("zstd", document)];
    expect((await download(address)).diagnostics[0]?.message).toBe("The server sends the encoding zstd.");
  });

  it.each([
    { location: "/again", asked: 21, message: "The server redirects more than 20 times." },
    { location: "file:///etc/hostname", asked: 1, message: "The server redirects to file:." },
    { location: "data:,openapi", asked: 1, message: "The server redirects to data:." },
    { location: "http://[", asked: 1, message: "The server redirects to what is no address." },
  ])("does not follow redirects to $location", async ({ location, asked, message }) => {
    answers = [(response) => response.writeHead(302, { location }).end()];
    expect((await download(address)).diagnostics.map((diagnostic) => diagnostic.message)).toEqual([message]);
    expect(requests).toHaveLength(asked);
  });

  it("waits for a slow server as long as bytes arrive", async () => {
    answers = [
      async (response) => {
        for (const letter of "abcdefgh") {
          response.write(letter);
          await pause(50);
        }
        response.end();
      },
    ];
    expect((await download(address, undefined, 250)).value?.bytes.toString()).toBe("abcdefgh");
    expect(requests).toHaveLength(1);
  });

  it("says why there is no connection", async () => {
    const closed = address;
    await new Promise((done) => server.close(done));
    const { diagnostics } = await download(closed);
    expect(diagnostics[0]?.message).toBe("The download failed 3 times (ECONNREFUSED).");
  });

  it("stops beyond 64 MiB, though the server goes on, and does not ask again", async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, " ");
    let sent = 0;
    let open = 0;
    answers = [
      (response) => {
        open += 1;
        const mebibytes = function* () {
          for (; sent < 1_000; sent++) yield mebibyte;
        };
        pipeline(mebibytes, response, () => {
          open -= 1;
        });
      },
    ];
    const { value, diagnostics } = await download(address);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["source-too-large", "The document is over 64 MiB."],
    ]);
    expect(requests).toHaveLength(1);
    await expect.poll(() => open).toBe(0);
    expect(sent).toBeLessThan(128);
  });

  it("takes 64 MiB", async () => {
    answers = [(response) => response.end(Buffer.alloc(largestDownload, " "))];
    expect((await download(address)).value?.bytes).toHaveLength(64 * 1024 * 1024);
  });

  it.each([
    { what: "tells the share where the server says how much there is", headers: { "content-length": 6 }, total: 6 },
    { what: "tells what has arrived where it does not", headers: {}, total: undefined },
  ])("$what", async ({ headers, total }) => {
    answers = [
      async (response) => {
        response.writeHead(200, headers).write("one");
        await pause(50);
        response.end("two");
      },
    ];
    const steps: (number | undefined)[][] = [];
    await download(address, (...step) => steps.push(step));
    expect(steps).toEqual([
      [3, total],
      [6, total],
    ]);
  });

  it("lets go of an answer that it does not read", async () => {
    let isClosed = false;
    answers = [
      (response) => {
        response.once("close", () => {
          isClosed = true;
        });
        response.writeHead(404).write("and more to come");
      },
    ];
    await download(address);
    await expect.poll(() => isClosed, { timeout: 500 }).toBe(true);
  });
});

describe("newestCommit", () => {
  const source = (): Source => ({
    repository: "r",
    path: "p",
    branch: "master",
    download: "d",
    commits: `${address}/commits?sha={ref}&path=p`,
  });
  const json =
    (value: unknown): Answer =>
    (response) =>
      response.writeHead(200).end(JSON.stringify(value));

  it("reads the commit and the day of its newest version", async () => {
    const commit = { committer: { date: "2026-07-16T12:34:56Z" } };
    answers = [
      json([
        { sha: "307d955", commit },
        { sha: "older", commit },
      ]),
    ];
    expect(await newestCommit(source(), "a/b&c")).toEqual({ commit: "307d955", date: "2026-07-16" });
    expect(requests).toEqual(["/commits?sha=a%2Fb%26c&path=p"]);
  });

  it.each([
    { what: "refuses", answer: status(403, "[]") },
    { what: "knows no commit", answer: json([]) },
    { what: "sends no list", answer: json({ sha: "a", commit: {} }) },
    { what: "sends no sha", answer: json([{ commit: {} }]) },
    { what: "sends no commit", answer: json([{ sha: "a" }]) },
    { what: "sends no JSON", answer: status(200, "<html>") },
    { what: "breaks off", answer: ((response) => response.destroy()) as Answer },
  ])("knows none where the forge $what", async ({ answer }) => {
    answers = [answer];
    expect(await newestCommit(source(), "master")).toBeUndefined();
  });
});
