import { diagnose, type Outcome } from "../diagnostic.ts";
import { isObject } from "../document/openapi.ts";
import type { Origin, Source } from "../specs.ts";
import { getAddress } from "./get-address.ts";

/** The largest document that is read, in bytes: sixteen times the size of today's. */
export const largestDownload = 64 * 1024 * 1024;

/** Called as bytes arrive; `total` is undefined where the server does not say. */
export type Progress = (received: number, total: number | undefined) => void;

const silence = 30_000;
const attempts = 3;

/** True for what is downloaded rather than read from the disk. */
export function isAddress(from: string): boolean {
  return /^https?:\/\//i.test(from);
}

/** Downloads a document: gives up after 30 s without a byte, tries three times, stops at 64 MiB. */
export async function download(
  url: string,
  progress?: Progress,
  silenceMilliseconds = silence,
): Promise<Outcome<{ bytes: Buffer; origin: Origin }>> {
  let reason = "";
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await downloadOnce(url, progress, silenceMilliseconds);
    if (typeof result !== "string") return result;
    reason = result;
    if (attempt < attempts) await new Promise((done) => setTimeout(done, 200 * attempt));
  }
  return {
    diagnostics: [diagnose("source-unreadable", `The download failed ${attempts} times (${reason}).`, { file: url })],
  };
}

/** A string says why another attempt may help. */
async function downloadOnce(url: string, progress: Progress | undefined, silenceMilliseconds: number) {
  const controller = new AbortController();
  let timer = setTimeout(() => controller.abort(), silenceMilliseconds);
  const failed = (message: string) => ({ diagnostics: [diagnose("source-unreadable", message, { file: url })] });
  try {
    const answer = await getAddress(url, controller.signal);
    if (typeof answer === "string") return failed(answer);
    const { status, headers, body } = answer;
    // Of all that is a success, 200 alone says that this is the document: a 206 is a part of it.
    if (status !== 200) {
      body.destroy();
      const isPassing = status >= 500 || status === 429;
      return isPassing ? `HTTP ${status}` : failed(`The server answered with HTTP ${status}.`);
    }
    const total = Number(headers["content-length"]) || undefined;
    const chunks: Uint8Array[] = [];
    let received = 0;
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(), silenceMilliseconds);
      received += chunk.byteLength;
      if (received > largestDownload) {
        return { diagnostics: [diagnose("source-too-large", "The document is over 64 MiB.", { file: url })] };
      }
      chunks.push(chunk);
      progress?.(received, total);
    }
    const { etag } = headers;
    return {
      value: { bytes: Buffer.concat(chunks), origin: etag === undefined ? { url } : { url, etag } },
      diagnostics: [],
    };
  } catch (error) {
    if (controller.signal.aborted) return `no byte for ${silenceMilliseconds / 1000} s`;
    return reasonOf(error as NodeJS.ErrnoException);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return code === "Z_BUF_ERROR" ? "the compressed body has no end" : (code ?? message);
}

/**
 * The newest commit of the source's document on a branch, or the named commit itself. Undefined where the forge does
 * not say (no network, rate limit): the document is then known by its ETag alone.
 */
export async function newestCommit(source: Source, ref: string): Promise<{ commit: string; date: string } | undefined> {
  try {
    const response = await fetch(source.commits.replaceAll("{ref}", encodeURIComponent(ref)), {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(silence),
    });
    const answer: unknown = response.ok ? await response.json() : undefined;
    const newest: unknown = Array.isArray(answer) ? answer[0] : undefined;
    if (!isObject(newest) || typeof newest["sha"] !== "string" || !isObject(newest["commit"])) return undefined;
    const committer = newest["commit"]["committer"];
    const date = isObject(committer) ? String(committer["date"]).slice(0, 10) : "";
    return { commit: newest["sha"], date };
  } catch {
    return undefined;
  }
}
