import { concat } from "./concat.ts";

/** The most bytes that a body may have: 1 MiB. */
export const maxBodyBytes = 1_048_576;

/** Reads the body of a request; undefined where it has more than {@link maxBodyBytes}, of which no more is kept. */
export async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBodyBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    length += part.value.length;
    if (length > maxBodyBytes) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return concat(chunks, length);
}
