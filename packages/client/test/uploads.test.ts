import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, describe, expect, it, vi } from "vitest";
import { encodeBody } from "../src/body.ts";
import type { Upload } from "../src/index.ts";
import { multipartBody } from "../src/multipart.ts";
import { busy, failureOf, ok, reply, silence, useServer } from "./loopback.ts";

const room = useServer();
const folder = mkdtempSync(join(tmpdir(), "upload-"));
const file = join(folder, "größe 1.mp3");
writeFileSync(file, "sound");
afterAll(() => rmSync(folder, { recursive: true }));

/** The parts of the last body: name, file name, type and content of each. */
async function parts(): Promise<unknown[][]> {
  const { body, headers } = room.last;
  const form = await new Response(Buffer.from(body, "latin1"), {
    headers: { "content-type": headers["content-type"] ?? "" },
  }).formData();
  return Promise.all(
    [...form].map(async ([name, value]) =>
      typeof value === "string" ? [name, value] : [name, value.name, value.type, await value.text()],
    ),
  );
}

async function* chunks() {
  const memory = Buffer.alloc(1);
  for (const letter of "sound") {
    memory.write(letter);
    yield memory;
  }
}

describe("an upload", () => {
  it.each<[string, () => Upload, string, string]>([
    ["a File", () => new File(["sound"], "a.mp3", { type: "audio/mpeg" }), "a.mp3", "audio/mpeg"],
    ["a Blob", () => new Blob(["sound"], { type: "audio/wav" }), "media", "audio/wav"],
    ["a Buffer", () => Buffer.from("sound"), "media", "application/octet-stream"],
    ["a part of a Buffer", () => Buffer.from("the sound").subarray(4), "media", "application/octet-stream"],
    ["an ArrayBuffer", () => new TextEncoder().encode("sound").buffer, "media", "application/octet-stream"],
    ["a web stream", () => new Blob(["sound"]).stream(), "media", "application/octet-stream"],
    ["a stream of Node's", () => Readable.from([Buffer.from("so"), "und"]), "media", "application/octet-stream"],
    ["a stream that reads a file", () => createReadStream(file), "größe 1.mp3", "audio/mpeg"],
    ["a generator that writes all chunks to one place", chunks, "media", "application/octet-stream"],
    ["a path", () => ({ path: file }), "größe 1.mp3", "audio/mpeg"],
  ])("may be %s", async (_, media, name, type) => {
    await room.client().media.upload({ media: media(), media_name: "greeting", ttl_secs: 60 });
    expect(room.last.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
    expect(await parts()).toEqual([
      ["media", name, type, "sound"],
      ["media_name", "greeting"],
      ["ttl_secs", "60"],
    ]);
  });

  it.each([
    ["a WAV", "RIFF....WAVE", "media.wav", "audio/wav"],
    ["an MP3 with tags", "ID3\x04", "media.mp3", "audio/mpeg"],
    ["an MP3 without", "\xff\xfb\x90\x64", "media.mp3", "audio/mpeg"],
    ["an Ogg", "OggS\0", "media.ogg", "audio/ogg"],
    ["something else", "RIF", "media", "application/octet-stream"],
  ])("has the name and the type of what its bytes are: %s", async (_, text, name, type) => {
    for (const media of [Buffer.from(text, "latin1"), Readable.from([Buffer.from(text, "latin1")])]) {
      await room.client().media.upload({ media });
      expect((await parts())[0]?.slice(0, 3)).toEqual(["media", name, type]);
    }
  });

  it.each([
    ["a.WAV", "audio/wav"],
    ["a.ogg", "audio/ogg"],
    ["mp3", "application/octet-stream"],
  ])("from a path has the type of its ending: %s", async (name, type) => {
    const path = join(mkdtempSync(join(tmpdir(), "upload-")), name);
    writeFileSync(path, "sound");
    await room.client().media.upload({ media: { path } });
    expect((await parts())[0]?.slice(0, 3)).toEqual(["media", name, type]);
    rmSync(dirname(path), { recursive: true });
  });

  it.each([["greeting.mp3"], [5]])("cannot be %j: the error says how to name a file", async (media) => {
    const call = room.client().media.upload({ media: media as never });
    expect(await failureOf(call)).toMatchObject({
      name: "TelnyxError",
      message: expect.stringContaining("`media` must be a file's content, or `{ path }`"),
      path: "/media",
    });
    expect(room.requests).toEqual([]);
  });

  it("leaves out what is undefined or null, and has extra fields", async () => {
    const body = { media: Buffer.from("sound"), media_name: undefined, ttl_secs: null } as never;
    await room.client().media.upload(body, { extraBody: { new_field: true } });
    expect(await parts()).toEqual([
      ["media", "media", "application/octet-stream", "sound"],
      ["new_field", "true"],
    ]);
  });

  it("is a form of parts in any case, where an operation takes nothing else", async () => {
    const [form] = await encodeBody({ method: "POST", path: "/", body: "multipart" }, { media_name: "greeting" });
    expect([...(form as FormData)]).toEqual([["media_name", "greeting"]]);
  });

  it("is JSON where it has an address in place of a file", async () => {
    await room.client().media.upload({ media_url: "https://example.com/a.mp3" });
    expect(room.last.headers["content-type"]).toBe("application/json");
    expect(room.last.body).toBe('{"media_url":"https://example.com/a.mp3"}');
  });

  it.each<[string, () => Upload]>([
    ["a stream", () => createReadStream(file)],
    ["a path", () => ({ path: file })],
    ["a Blob", () => new Blob(["sound"])],
  ])("is whole in each attempt: %s", async (_, media) => {
    room.answers(busy, reply(409, {}, { "retry-after-ms": "1" }), ok);
    await room.client().media.update("greeting", { media: media() });
    expect(room.requests.length).toBe(3);
    for (const { body } of room.requests) expect(body).toContain("\r\n\r\nsound\r\n");
  });

  it("is not read before it is sent, where it is a Blob, which may be larger than memory", async () => {
    const media = new Blob(["sound"], { type: "audio/wav" });
    const reads = (["stream", "arrayBuffer", "text", "slice"] as const).map((name) => vi.spyOn(media, name));
    const form = await multipartBody({ media }, ["media"]);
    expect(form.get("media")).toMatchObject({ name: "media", type: "audio/wav", size: 5 });
    for (const read of reads) expect(read).not.toHaveBeenCalled();
  });

  it("warns of nothing", async () => {
    const warnings: string[] = [];
    const onWarning = ({ message }: Error) => warnings.push(message);
    process.on("warning", onWarning);
    await room.client().media.upload({ media: { path: file } });
    await new Promise(setImmediate);
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
  });
});

describe("a file that cannot be read", () => {
  it.each<[string, unknown]>([
    ["a browser", undefined],
    ["a bundler's stand-in for `process`", { env: {} }],
    ["a runtime without files", { getBuiltinModule: () => undefined }],
  ])("says so on %s", async (_, process) => {
    vi.stubGlobal("process", process);
    const reading = failureOf(multipartBody({ media: { path: "a.mp3" } }, ["media"]));
    vi.unstubAllGlobals();
    expect(await reading).toMatchObject({
      name: "TelnyxError",
      message: "This runtime reads no files: pass the content",
    });
  });

  it.each<[string, () => Upload, string]>([
    ["there is none", () => ({ path: join(folder, "none.mp3") }), "ENOENT"],
    ["it is a folder", () => ({ path: folder }), "EISDIR"],
    ["its stream fails", () => createReadStream(join(folder, "none.mp3")), "ENOENT"],
  ])("fails the call, and nothing is sent: %s", async (_, media, code) => {
    expect(await failureOf(room.client().media.upload({ media: media() }))).toMatchObject({
      name: "TelnyxError",
      message: expect.stringContaining(`POST /media: ${code}`),
      cause: { code },
    });
    expect(room.requests.length).toBe(0);
  });

  it.each([
    ["in time", { timeout: 30 }, "TimeoutError"],
    ["before the caller gives up", { signal: AbortSignal.timeout(30) }, "AbortError"],
  ])("does so where its stream does not end %s", async (_, options, name) => {
    const endless = new ReadableStream<Uint8Array>();
    expect(await failureOf(room.client().media.upload({ media: endless }, options))).toMatchObject({ name });
    expect(room.requests.length).toBe(0);
  });

  it("is not read where the caller has given up before", async () => {
    let read = false;
    const media = (async function* () {
      read = true;
      yield Buffer.from("sound");
    })();
    await failureOf(room.client().media.upload({ media }, { signal: AbortSignal.abort() }));
    expect(read).toBe(false);
  });
});

describe("a download", () => {
  it("gives the answer with its body unread, and asks for anything", async () => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    room.answers((_, response) => response.writeHead(200, { "content-type": "audio/mpeg" }).end(bytes));
    const response = await room.client().media.download("greeting");
    expect(room.last.headers.accept).toBe("*/*");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it("comes in pieces, as they are sent", async () => {
    room.answers((_, response) => {
      response.writeHead(200).write("first");
    });
    const response = await room.client().media.download("greeting", { timeout: 400 });
    const reader = response.body?.getReader();
    expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("first");
    await reader?.cancel();
  });

  it("can be aborted while it is read", async () => {
    room.answers((_, response) => {
      response.writeHead(200).write("first");
    });
    const controller = new AbortController();
    const response = await room.client().media.download("greeting", { signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    expect(await failureOf(response.text())).toMatchObject({ name: "AbortError" });
  });

  it.each([
    ["there is none", reply(404, { errors: [{ title: "Not found" }] }), 0, { status: 404, title: "Not found" }],
    ["no answer comes", silence, 0, { name: "TimeoutError" }],
  ])("fails as others do where %s", async (_, answer, maxRetries, want) => {
    room.answers(answer);
    expect(await failureOf(room.client({ timeout: 30, maxRetries }).media.download("greeting"))).toMatchObject(want);
  });
});
