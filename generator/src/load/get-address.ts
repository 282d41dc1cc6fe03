import http, { type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import https from "node:https";
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** What a server sends, redirects followed; the body is decompressed and fails where its end is missing. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
}

const mostRedirects = 20;

/**
 * Asks for an http(s) address. Not by fetch, which takes a compressed body without an end for a whole one. A text says
 * what the server does that is not followed; what may pass, such as a connection that breaks off, is thrown.
 */
export async function getAddress(address: string, signal: AbortSignal): Promise<Answer | string> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await ask(url, signal);
    const { statusCode: status = 0, headers } = response;
    if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) {
      const body = decompressed(response);
      return body === undefined
        ? refused(response, `sends the encoding ${headers["content-encoding"]}`)
        : { status, headers, body };
    }
    if (!URL.canParse(headers.location, url.href)) return refused(response, "redirects to what is no address");
    url = new URL(headers.location, url);
    if (!/^https?:$/.test(url.protocol)) return refused(response, `redirects to ${url.protocol}`);
    response.destroy();
  }
  return `The server redirects more than ${mostRedirects} times.`;
}

function refused(response: IncomingMessage, what: string): string {
  response.destroy();
  return `The server ${what}.`;
}

function ask(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const { get } = url.protocol === "https:" ? https : http;
  const headers = { accept: "*/*", "accept-encoding": "gzip, br" };
  return new Promise((done, fail) => get(url, { signal, headers }, done).on("error", fail));
}

/** Undefined where the body is compressed in a way that is not known. */
function decompressed(response: IncomingMessage): Readable | undefined {
  const encoding = (response.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return response;
  const decoder = decoderOf(encoding);
  // What fails is told to whoever reads the decoder.
  return decoder === undefined ? undefined : pipeline(response, decoder, () => {});
}

function decoderOf(encoding: string) {
  if (encoding === "gzip" || encoding === "x-gzip") return createGunzip();
  if (encoding === "deflate") return createInflate();
  return encoding === "br" ? createBrotliDecompress() : undefined;
}
