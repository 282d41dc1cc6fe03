import { describe, expectTypeOf, it } from "vitest";
import {
  type AbortError,
  type ApiError,
  isAbortError,
  isApiError,
  type Logger,
  type RequestOptions,
  TelnyxVoice,
  type TelnyxVoiceOptions,
  type Upload,
} from "../src/index.ts";

declare const client: TelnyxVoice;

describe("the options of a client", () => {
  it("are typed", () => {
    new TelnyxVoice();
    new TelnyxVoice({ apiKey: undefined, timeout: undefined });
    new TelnyxVoice({ apiKey: async () => "KEY" });
    new TelnyxVoice({ fetch: globalThis.fetch, logger: console, logLevel: "debug" });
    new TelnyxVoice({ fetch: (request, init) => fetch(request, init) });
    new TelnyxVoice({ middleware: [{ onRequest: ({ request }) => request }] });
    expectTypeOf(client.withOptions({ maxRetries: 0 })).toEqualTypeOf<TelnyxVoice>();
    expectTypeOf<typeof console>().toExtend<Logger>();
    // @ts-expect-error another name
    new TelnyxVoice({ apikey: "KEY" });
    // @ts-expect-error another level
    new TelnyxVoice({ logLevel: "verbose" });
    // @ts-expect-error a number as the key
    new TelnyxVoice({ apiKey: 5 });
    // @ts-expect-error `null` is for the headers of a call
    new TelnyxVoice({ headers: { "x-a": null } });
    expectTypeOf<TelnyxVoiceOptions["maxRetries"]>().toEqualTypeOf<number | undefined>();
  });
});

describe("the options of a call", () => {
  it("are typed", () => {
    const options: RequestOptions = {
      signal: AbortSignal.timeout(5),
      timeout: 5000,
      maxRetries: 0,
      retryNonIdempotent: true,
      headers: { "x-a": "1", "user-agent": null },
      extraBody: { new_field: [1] },
    };
    client.queues.list({}, options);
    // @ts-expect-error another name
    client.queues.list({}, { retries: 5 });
    // @ts-expect-error options in the place of the query
    client.queues.list({ maxRetries: 0 });
    client.request("POST", "/a", { ...options, query: { a: 1 }, body: [1] });
  });
});

describe("an error", () => {
  it("is told by its guard", () => {
    const error: unknown = undefined;
    if (isApiError(error)) {
      expectTypeOf(error).toEqualTypeOf<ApiError>();
      expectTypeOf(error.errors[0]?.source?.pointer).toEqualTypeOf<string | undefined>();
    }
    if (isAbortError(error)) expectTypeOf(error).toEqualTypeOf<AbortError>();
  });
});

describe("an upload", () => {
  it("is any of what holds a file", async () => {
    const { createReadStream, readFileSync } = await import("node:fs");
    const buffer: Buffer = readFileSync("a.mp3");
    const bytes: Uint8Array = buffer;
    const uploads: Upload[] = [
      new Blob([]),
      new File([], "a.mp3"),
      buffer,
      bytes,
      new ArrayBuffer(1),
      new Blob([]).stream(),
      createReadStream("a.mp3"),
      { path: "a.mp3" },
    ];
    for (const media of uploads) {
      client.media.upload({ media, media_name: "a", ttl_secs: 5 });
      client.media.update("a", { media });
    }
    client.media.upload({ media_url: "https://example.com/a.mp3" });
    client.media.update("a");
    // @ts-expect-error a text holds no file
    client.media.upload({ media: "a.mp3" });
    // @ts-expect-error neither a file nor an address
    client.media.upload({ media_name: "a" });
  });
});
