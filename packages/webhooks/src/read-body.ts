import { concat } from "./concat.ts";

/** The most bytes that a body may have: 1 MiB. */
export const maxBodyBytes = 1_048_576;

/**
 * Reads the body of a request. It is too large with more than {@link maxBodyBytes}, of which no more is kept, and broken
 * where it does not come to its end.
 */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | "too-large" | "broken"> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) return "too-large";
  try {
    return await readChunks(request);
  } catch {
    return "broken";
  }
}

async function readChunks(request: Request): Promise<Uint8Array<ArrayBuffer> | "too-large"> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    length += part.value.length;
    if (length > maxBodyBytes) {
      await reader?.cancel();
      return "too-large";
    }
    chunks.push(part.value);
  }
  return concat(chunks, length);
}
